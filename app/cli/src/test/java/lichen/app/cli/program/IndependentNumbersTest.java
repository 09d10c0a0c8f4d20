package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npy;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Maps;
import lichen.model.graph.NaiveEvaluator;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.operation.Operation;
import lichen.model.operation.ScaleShift;
import lichen.model.weights.WeightsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code probe} with a tiny network, from files to numbers, against the definitions written out in float64 loops, and its
 * gradient against their central differences. The tolerances are those of float32 sums over 24 x 24 pixels.
 */
class IndependentNumbersTest {
    private static final int SIDE = 24;
    private static final int[] FILTERS = {6, 5, 4};
    private static final int[] KERNELS = {5, 3, 3};
    private static final double RELATIVE = 1e-4;
    private static final double GRADIENT = 2e-3;
    private static final double STEP = 1e-6;
    private static final String CONFIG = """
            {"type": "synthesis", "backend": "cpu", "target": {"image": "target.png"},
             "network": {"type": "fcn", "weights": "weights.npz", "blocks": [{"filters": 6, "kernel": 5},
               {"filters": 5, "kernel": 3, "batch-normalization": true}, {"filters": 4, "kernel": 3}]},
             "objective": {"type": "signature-match", %s}}
            """;

    @TempDir
    private Path folder;

    private final Random random = new Random(11);
    private Graph graph = tiny();
    private double[] target = {};
    private double[] image = {};

    @BeforeEach
    void writeFiles() throws IOException {
        target = paint("target.png");
        image = paint("image.png");
        try (OutputStream out = Files.newOutputStream(folder.resolve("weights.npz"))) {
            new WeightsFile(graph, Map.of()).write(out);
        }
    }

    @Test
    void agreesOnTheDistanceOfTheMeans() throws IOException {
        assertAgrees("\"descriptor\": {\"type\": \"gap\"}, \"distance\": {\"type\": \"euclidean\"}", pixels -> {
            double sum = 0;
            for (String layer : layers()) {
                double[] ones = maps(pixels, layer).means();
                double[] others = maps(target, layer).means();
                for (int c = 0; c < ones.length; c++) {
                    sum += (ones[c] - others[c]) * (ones[c] - others[c]);
                }
            }
            return Math.sqrt(sum);
        });
    }

    @Test
    void agreesOnTheErrorOfTheGramMatrices() throws IOException {
        String objective =
                "\"descriptor\": {\"type\": \"gram\"}, \"distance\": {\"type\": \"squared-error\", \"normalize\":"
                        + " true, \"weights\": {\"conv2\": 3}}";
        assertAgrees(objective, pixels -> {
            double loss = 0;
            for (String layer : layers()) {
                double[] ones = gram(maps(pixels, layer));
                double[] others = gram(maps(target, layer));
                double difference = 0;
                double square = 0;
                for (int i = 0; i < ones.length; i++) {
                    difference += (ones[i] - others[i]) * (ones[i] - others[i]);
                    square += others[i] * others[i];
                }
                loss += (layer.equals("conv2") ? 3 : 1) * difference / square;
            }
            return loss;
        });
    }

    private void assertAgrees(String objective, ToDoubleFunction<double[]> loss) throws IOException {
        Path config = Files.writeString(folder.resolve("tiny.json"), String.format(Locale.ROOT, CONFIG, objective));
        Path file = folder.resolve("gradient.npy");
        Outcome outcome = Outcome.of(
                "probe",
                config.toString(),
                "--image",
                folder.resolve("image.png").toString(),
                "--gradient",
                file.toString());
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        double expected = loss.applyAsDouble(image);
        assertThat(number(outcome, "loss")).isCloseTo(expected, within(RELATIVE * expected));

        float[] gradient;
        try (InputStream in = Files.newInputStream(file)) {
            gradient = Npy.read(in).floats();
        }
        double largest = 0;
        for (float slope : gradient) {
            largest = Math.max(largest, Math.abs(slope));
        }
        for (int i = 0; i < gradient.length; i += 37) {
            double slope = slope(loss, i);
            assertThat(gradient[i]).as("number " + i).isCloseTo((float) slope, within((float)
                    (GRADIENT * Math.max(Math.abs(slope), largest / 10))));
        }
    }

    private double slope(ToDoubleFunction<double[]> loss, int number) {
        double[] more = image.clone();
        double[] less = image.clone();
        more[number] += STEP;
        less[number] -= STEP;
        return (loss.applyAsDouble(more) - loss.applyAsDouble(less)) / (2 * STEP);
    }

    private static double number(Outcome outcome, String name) {
        String line = outcome.out()
                .lines()
                .filter(text -> text.startsWith(name))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.substring(name.length()).strip());
    }

    private static List<String> layers() {
        return List.of("conv1", "conv2", "conv3");
    }

    private Maps maps(double[] pixels, String layer) {
        return Objects.requireNonNull(
                NaiveEvaluator.evaluate(graph, new Maps(SIDE, SIDE, 3, pixels)).get(layer));
    }

    private static double[] gram(Maps maps) {
        int channels = maps.channels();
        double[] gram = new double[channels * channels];
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            for (int i = 0; i < gram.length; i++) {
                double first = maps.values()[pixel * channels + i / channels];
                gram[i] += first * maps.values()[pixel * channels + i % channels] / (SIDE * SIDE);
            }
        }
        return gram;
    }

    /** Three convolutions with ReLU, the second normalised, with weights of both signs. */
    private Graph tiny() {
        List<Node> nodes = new ArrayList<>();
        String input = "image";
        int channels = 3;
        for (int i = 0; i < FILTERS.length; i++) {
            int kernel = KERNELS[i];
            NdArray<float[]> weights = numbers(1.5 / kernel, FILTERS[i], kernel, kernel, channels);
            Operation convolve = new Convolve(Convolution.same(kernel), weights, numbers(0.2, FILTERS[i]), true);
            nodes.add(new Node("conv" + (i + 1), convolve, input));
            input = "conv" + (i + 1);
            channels = FILTERS[i];
            if (i == 1) {
                float[] scale = numbers(1, channels).values();
                float[] shift = numbers(0.3, channels).values();
                nodes.add(new Node("norm2", new ScaleShift(scale, shift), input));
                input = "norm2";
            }
        }
        return new Graph(nodes);
    }

    private NdArray<float[]> numbers(double range, int... shape) {
        int count = 1;
        for (int extent : shape) {
            count *= extent;
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (range * (2 * random.nextDouble() - 1));
        }
        return NdArray.of(values, shape);
    }

    private double[] paint(String name) throws IOException {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        double[] pixels = new double[SIDE * SIDE * 3];
        for (int i = 0; i < SIDE * SIDE; i++) {
            int rgb = random.nextInt(1 << 24);
            picture.setRGB(i % SIDE, i / SIDE, rgb);
            for (int c = 0; c < 3; c++) {
                pixels[3 * i + c] = (rgb >> (16 - 8 * c) & 255) / 255.0;
            }
        }
        ImageIO.write(picture, "png", folder.resolve(name).toFile());
        return pixels;
    }
}
