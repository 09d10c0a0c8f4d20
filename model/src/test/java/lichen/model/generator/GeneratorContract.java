package lichen.model.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.program.Parameters;
import lichen.model.weights.WeightsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What every generator must do. Extend it, and return the one to be tested, a small one. */
public abstract class GeneratorContract {
    protected static final RandomStreams STREAMS = new RandomStreams(5);

    private static final double STEP = 1e-5;

    private final TensorScope scope = new TensorScope();

    /** The generator to be tested. */
    protected abstract GeneratorSpec generator();

    /** Gives a generation what it makes the images of these numbers of: noise, unless it is given more. */
    void give(Generation generation, long first) {
        generation.draw(STREAMS, first);
    }

    private List<Image> images(Generation generation, long first) {
        give(generation, first);
        return generation.trained();
    }

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    private Generator open() {
        return Generator.of(generator().graph(STREAMS.stream("network")));
    }

    private static Size twice(Generator generator) {
        return new Size(3 * generator.stride(), 2 * generator.stride());
    }

    @Test
    void makesImagesOfEveryMultipleOfItsStride() {
        Generator generator = open();
        int stride = generator.stride();

        for (Size size : List.of(new Size(2 * stride, 2 * stride), new Size(3 * stride, 2 * stride))) {
            Image image = images(Generation.of(generator, 1, size, scope), 0).get(0);
            assertThat(image.size()).isEqualTo(size);
            assertThat(image.toArray()).doesNotContain(Float.NaN).satisfies(rgb -> {
                for (float number : rgb) {
                    assertThat(number).isBetween(0f, 1f);
                }
            });
        }
    }

    @Test
    void makesAnotherImageOfOtherNoiseAndTheSameOfTheSameInWhicheverBatch() {
        Generator generator = open();
        List<Image> three = images(Generation.of(generator, 3, twice(generator), scope), 4);
        List<Image> one = images(Generation.of(generator, 1, twice(generator), scope), 5);

        assertThat(one.get(0).toArray()).containsExactly(three.get(1).toArray(), within(1e-5f));
        assertThat(difference(three.get(0), three.get(1))).isGreaterThan(1e-3);
    }

    @Test
    void makesTheImageOfANumberOfItsLatentsToo() {
        Generator generator = open();
        Generation generation = Generation.of(generator, 1, twice(generator), scope);
        assumeTrue(generator.isGivenNoiseAlone(), "what it is given besides is no latent");
        Image third = images(generation, 3).get(0);
        give(generation, 4);

        Image again = generation.images(generation.latents(STREAMS, 3)).get(0);

        assertThat(again.toArray()).containsExactly(third.toArray());
    }

    /** Noise that is moved round by a multiple of the stride gives the image moved round: there is no border. */
    @Test
    void makesImagesThatTile() {
        Generator generator = open();
        Size size = twice(generator);
        Generation generation = Generation.of(generator, 1, size, scope);
        generation.draw(STREAMS, 0);
        float[] image = HostMemory.toFloats(generation.make().value());
        for (String name : generator.latents()) {
            INDArray noise = generation.program().input(name);
            int columns = (int) noise.size(2);
            float[] rolled = rolled(HostMemory.toFloats(noise), columns, (int) noise.size(3), columns / 3);
            HostMemory.write(rolled, noise);
        }
        float[] moved = HostMemory.toFloats(generation.make().value());

        assertThat(moved)
                .containsExactly(rolled(image, size.width(), Image.CHANNELS, generator.stride()), within(1e-4f));
    }

    @Test
    void itsGradientsAgreeWithCentralDifferences() {
        Generator generator = open();
        Parameters parameters = Parameters.of(generator.graph(), scope);
        Generation generation = Generation.learning(generator, parameters, 2, twice(generator), scope);
        give(generation, 0);
        Evaluation<FeatureMaps, INDArray> made = generation.make();
        float[] weights = numbers(Math.toIntExact(made.value().length()), 1);
        made.pullback().apply(scope.of(weights, made.value().shape()));
        for (String name : parameters.learned()) {
            double[] gradient = HostMemory.toDoubles(parameters.gradient(name));
            double length = Math.sqrt(dot(gradient, gradient));
            double[] direction = direction(gradient, length, name.hashCode());
            double expected = dot(gradient, direction);
            double numeric = slope(() -> dot(weights, generation.make().value()), parameters.value(name), direction);

            // kernels compute in 32 bits, and leaky ReLUs have kinks
            assertThat(numeric).as(name).isCloseTo(expected, within(0.02 * length + 0.3));
        }
    }

    /** As far along the gradient as along a random direction. */
    private static double[] direction(double[] gradient, double length, long seed) {
        float[] numbers = numbers(gradient.length, seed);
        double[] direction = new double[gradient.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = numbers[i] * Math.sqrt(3.0 / direction.length) + (length > 0 ? gradient[i] / length : 0);
        }
        return direction;
    }

    /** The slope of a value along a direction in which numbers are moved; they are put back. */
    private static double slope(DoubleSupplier value, INDArray numbers, double[] direction) {
        double[] point = HostMemory.toDoubles(numbers);
        double above = moved(value, numbers, point, direction, STEP);
        double below = moved(value, numbers, point, direction, -STEP);
        HostMemory.write(point, numbers);
        return (above - below) / (2 * STEP);
    }

    private static double moved(
            DoubleSupplier value, INDArray numbers, double[] point, double[] direction, double step) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        HostMemory.write(moved, numbers);
        return value.getAsDouble();
    }

    @Test
    void isReadBackFromItsFile(@TempDir Path folder) throws IOException {
        Generator generator = open();
        Path file = folder.resolve("weights.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            new WeightsFile(generator.graph(), Map.of()).write(out);
        }
        Generator read = Generator.read(FileReference.to(file));

        assertThat(read.stride()).isEqualTo(generator.stride());
        assertThat(images(Generation.of(read, 1, twice(read), scope), 0).get(0).toArray())
                .containsExactly(images(Generation.of(generator, 1, twice(generator), scope), 0)
                        .get(0)
                        .toArray());
    }

    private static float[] rolled(float[] maps, int columns, int channels, int right) {
        float[] rolled = new float[maps.length];
        for (int i = 0; i < maps.length; i++) {
            int pixel = i / channels;
            int row = pixel / columns;
            int to = row * columns + (pixel + right) % columns;
            rolled[to * channels + i % channels] = maps[i];
        }
        return rolled;
    }

    private static float[] numbers(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }

    private static double difference(Image one, Image other) {
        float[] a = one.toArray();
        float[] b = other.toArray();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double dot(float[] a, INDArray b) {
        double[] numbers = HostMemory.toDoubles(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * numbers[i];
        }
        return sum;
    }
}
