package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import lichen.app.experiment.Session;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.app.experiment.report.Curves;
import lichen.app.experiment.report.LossPoint;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.loop.LoopState;
import lichen.core.loop.Player;
import lichen.core.loop.Step;
import lichen.core.optimizer.Optimizer;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Depth;
import lichen.io.run.MetricsTable;
import lichen.model.generator.Colouring;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
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
 */
record Variational(VariationalLearner learner, Optimizer optimizer, Crops crops, int batch) implements Learning {
    private static final String RECONSTRUCTIONS = "reconstructions";
    private static final String INTERPOLATION = "interpolation";
    private static final int STEPS = 7;

    @Override
    public List<Player> players() {
        return List.of(Player.alone(optimizer, learner.loss()));
    }

    @Override
    public LoopState start() {
        return LoopState.at(learner.start());
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
            float[] all = Objects.requireNonNull(learner.scattered(joined(shown.subList(first, first + batch)), scatter)
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
    public Generation generation(int images, Size size, TensorScope scope) {
        return learner.decoding(images, size, scope);
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
    public Curves curves(MetricsTable numbers) {
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
        return new Curves("Loss, and its parts: reconstruction, and divergence in nats", "step", curves);
    }

    @Override
    public Map<String, String> pictures() {
        Map<String, String> pictures = new LinkedHashMap<>();
        pictures.put(RECONSTRUCTIONS, "patches above their reconstructions");
        pictures.put(INTERPOLATION, "from the latents of one patch to those of another, evenly");
        return pictures;
    }

    @Override
    public void draw(Generator learned, RandomStreams random, Session session) throws IOException {
        List<Image> examples =
                crops.examples(batch * ((STEPS + batch - 1) / batch)).subList(0, Math.max(STEPS, batch));
        List<PictureGrid.Cell> above = new ArrayList<>();
        List<PictureGrid.Cell> below = new ArrayList<>();
        for (int first = 0; first + batch <= examples.size(); first += batch) {
            float[] made = learner.reconstruct(joined(examples.subList(first, first + batch)));
            for (int i = 0; i < batch; i++) {
                above.add(new PictureGrid.Cell(examples.get(first + i), ""));
                below.add(new PictureGrid.Cell(part(made, i), ""));
            }
        }
        write(RECONSTRUCTIONS, List.of(above, below), session);
        write(INTERPOLATION, List.of(interpolation()), session);
    }

    /** The latents of the first two examples, and what lies between. */
    private List<PictureGrid.Cell> interpolation() {
        List<Image> ends = crops.examples(2);
        Map<String, float[]> from = encode(ends.get(0));
        Map<String, float[]> to = encode(ends.get(1));
        List<PictureGrid.Cell> cells = new ArrayList<>();
        cells.add(new PictureGrid.Cell(ends.get(0), ""));
        try (TensorScope scope = new TensorScope()) {
            Generation generation =
                    Generation.of(Generator.of(learner.decoder()), 1, new Size(crops.side(), crops.side()), scope);
            for (int step = 0; step < STEPS; step++) {
                Map<String, float[]> between = between(from, to, step / (STEPS - 1f));
                cells.add(new PictureGrid.Cell(generation.images(between).get(0), ""));
            }
        }
        cells.add(new PictureGrid.Cell(ends.get(1), ""));
        return cells;
    }

    /** The latents of one image: a batch of it is looked at. */
    private Map<String, float[]> encode(Image image) {
        List<Image> same = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            same.add(image);
        }
        Map<String, float[]> one = new HashMap<>();
        learner.encode(joined(same)).forEach((name, numbers) -> {
            float[] first = new float[numbers.length / batch];
            System.arraycopy(numbers, 0, first, 0, first.length);
            one.put(name, first);
        });
        return one;
    }

    private static Map<String, float[]> between(Map<String, float[]> from, Map<String, float[]> to, float share) {
        Map<String, float[]> between = new HashMap<>();
        from.forEach((name, numbers) -> {
            float[] end = Objects.requireNonNull(to.get(name));
            float[] middle = new float[numbers.length];
            for (int i = 0; i < middle.length; i++) {
                middle[i] = (1 - share) * numbers[i] + share * end[i];
            }
            between.put(name, middle);
        });
        return between;
    }

    private float[] joined(List<Image> images) {
        int each = crops.side() * crops.side() * Image.CHANNELS;
        float[] joined = new float[images.size() * each];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.get(i).toArray(), 0, joined, i * each, each);
        }
        return joined;
    }

    private Image part(float[] images, int image) {
        int each = images.length / batch;
        float[] part = new float[each];
        System.arraycopy(images, image * each, part, 0, each);
        return Image.of(crops.side(), crops.side(), part);
    }

    private void write(String name, List<List<PictureGrid.Cell>> rows, Session session) throws IOException {
        Image drawn = new PictureGrid(List.of(), rows).draw(new Size(crops.side(), crops.side()));
        session.images().writePng(drawn, session.run().image(name), Depth.EIGHT_BITS);
    }
}
