package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.app.experiment.generator.Learning;
import lichen.app.experiment.report.Curves;
import lichen.app.experiment.report.LossPoint;
import lichen.app.experiment.report.Section;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.loop.Player;
import lichen.core.loop.Step;
import lichen.core.optimizer.Optimizer;
import lichen.io.run.MetricsCsv;
import lichen.io.run.MetricsTable;
import lichen.io.run.RunDirectory;
import lichen.model.generator.Generation;
import lichen.model.graph.Graph;
import lichen.model.train.AdversarialLearner;

/**
 * A generator that learns against a critic; each turn of either is a row of numbers.
 *
 * @param learner the two
 * @param optimizer how both change
 * @param generation the generator at work
 */
record Adversarial(AdversarialLearner learner, Optimizer optimizer, Generation generation) implements Learning {
    /** What is learned by way of latents wavers. */
    static final int PATIENCE = 3;

    private static final List<String> PLAYERS = List.of(AdversarialLearner.CRITIC, AdversarialLearner.GENERATOR);

    @Override
    public List<Player> players() {
        return learner.players(optimizer, optimizer);
    }

    @Override
    public LoopState start() {
        return learner.start();
    }

    @Override
    public void end(Map<String, Minimum> minima) {
        learner.end(
                Objects.requireNonNull(minima.get(AdversarialLearner.GENERATOR)).point());
    }

    @Override
    public Graph graph() {
        return learner.graph();
    }

    @Override
    public int patience() {
        return PATIENCE;
    }

    @Override
    public List<String> columns() {
        return List.of("loss", "gradient_norm", "player", "seconds");
    }

    @Override
    public double[] row(Step step) {
        return new double[] {step.loss(), step.gradientNorm(), PLAYERS.indexOf(step.player()) + 1.0, step.seconds()};
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        MetricsTable numbers = MetricsCsv.read(run.metrics());
        double[] evaluations = numbers.column("evaluation");
        double[] losses = numbers.column("loss");
        double[] players = numbers.column("player");
        List<Curves.Curve> curves = new ArrayList<>();
        for (int player = 1; player <= PLAYERS.size(); player++) {
            List<LossPoint> points = new ArrayList<>();
            for (int i = 0; i < losses.length; i++) {
                if (players[i] == player) {
                    points.add(new LossPoint((long) evaluations[i], losses[i]));
                }
            }
            curves.add(new Curves.Curve(PLAYERS.get(player - 1), points));
        }
        return List.of(new Curves("Loss of each player", "turn", curves));
    }
}
