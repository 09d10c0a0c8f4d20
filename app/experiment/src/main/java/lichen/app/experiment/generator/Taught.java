package lichen.app.experiment.generator;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.SynthesisReport;
import lichen.app.experiment.report.Section;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.loop.Player;
import lichen.core.loop.Step;
import lichen.core.optimizer.Optimizer;
import lichen.io.run.RunDirectory;
import lichen.model.generator.Generation;
import lichen.model.graph.Graph;
import lichen.model.train.GeneratorLearner;

/**
 * A generator that learns what a lesson asks of its images.
 *
 * @param learner the generator
 * @param optimizer how it changes
 */
record Taught(GeneratorLearner learner, Optimizer optimizer) implements Learning {
    @Override
    public List<Player> players() {
        return List.of(Player.alone(optimizer, learner.loss()));
    }

    @Override
    public LoopState start() {
        return LoopState.at(learner.start());
    }

    @Override
    public void end(Map<String, Minimum> minima) {
        minima.values().forEach(minimum -> learner.loss().stand(minimum.point()));
    }

    @Override
    public Graph graph() {
        return learner.graph();
    }

    @Override
    public Generation generation() {
        return learner.generation();
    }

    @Override
    public int patience() {
        return 1;
    }

    /** Those of a synthesis without stages. */
    @Override
    public List<String> columns() {
        return SynthesisReport.COLUMNS.subList(1, SynthesisReport.COLUMNS.size());
    }

    @Override
    public double[] row(Step step) {
        return new double[] {step.loss(), step.gradientNorm(), 1, step.seconds()};
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        return SynthesisReport.numbers(run);
    }
}
