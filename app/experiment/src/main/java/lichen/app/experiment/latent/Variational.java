package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import lichen.app.experiment.generator.Learning;
import lichen.app.experiment.report.Curves;
import lichen.app.experiment.report.LossPoint;
import lichen.app.experiment.report.Section;
import lichen.core.image.Image;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.loop.Player;
import lichen.core.loop.Step;
import lichen.core.optimizer.Optimizer;
import lichen.io.run.MetricsCsv;
import lichen.io.run.MetricsTable;
import lichen.io.run.RunDirectory;
import lichen.model.generator.Colouring;
import lichen.model.generator.Generation;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.train.VariationalLearner;

/**
 * A generator that learns as the decoder of a variational autoencoder.
 *
 * @param learner encoder and decoder
 * @param optimizer how they change
 * @param crops what it learns from
 * @param batch patches that make a step
 * @param generation the decoder at work
 */
record Variational(VariationalLearner learner, Optimizer optimizer, Crops crops, int batch, Generation generation)
        implements Learning {
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

    /** The decoder, which is given latents as the encoder scatters them. */
    @Override
    public Graph graph() {
        Graph graph = learner.decoder();
        for (Input input : List.copyOf(graph.inputs())) {
            graph = colouring(input).of(graph);
        }
        return graph;
    }

    private Colouring colouring(Input input) {
        int channels = input.channels();
        List<Image> shown = crops.examples((channels + batch - 1) / batch * batch);
        RandomGenerator scatter = crops.random().stream("examples of " + input.name());
        List<float[]> examples = new ArrayList<>();
        int side = 1;
        for (int first = 0; first < shown.size(); first += batch) {
            float[] all =
                    Objects.requireNonNull(learner.scattered(crops.joined(shown.subList(first, first + batch)), scatter)
                            .get(input.name()));
            int extent = (int) Math.round(Math.sqrt(all.length / (double) (batch * channels)));
            side = extent - 1 + extent % 2;
            for (int i = 0; i < batch; i++) {
                examples.add(corner(all, i * extent * extent * channels, extent * channels, side, side * channels));
            }
        }
        return new Colouring(input.name(), side, examples.subList(0, channels));
    }

    /** The first numbers of the first rows. */
    private static float[] corner(float[] maps, int from, int row, int rows, int numbers) {
        float[] corner = new float[rows * numbers];
        for (int y = 0; y < rows; y++) {
            System.arraycopy(maps, from + y * row, corner, y * numbers, numbers);
        }
        return corner;
    }

    @Override
    public int patience() {
        return Adversarial.PATIENCE;
    }

    @Override
    public List<String> columns() {
        return List.of("loss", "gradient_norm", "reconstruction", "divergence", "seconds");
    }

    @Override
    public double[] row(Step step) {
        VariationalLearner.Losses parts = learner.last();
        return new double[] {
            step.loss(), step.gradientNorm(), parts.reconstruction(), parts.divergence(), step.seconds()
        };
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        MetricsTable numbers = MetricsCsv.read(run.metrics());
        double[] evaluations = numbers.column("evaluation");
        List<Curves.Curve> curves = new ArrayList<>();
        for (String column : List.of("loss", "reconstruction", "divergence")) {
            double[] values = numbers.column(column);
            List<LossPoint> points = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                points.add(new LossPoint((long) evaluations[i], values[i]));
            }
            curves.add(new Curves.Curve(column, points));
        }
        return List.of(new Curves("Loss, and its parts: reconstruction, and divergence in nats", "step", curves));
    }
}
