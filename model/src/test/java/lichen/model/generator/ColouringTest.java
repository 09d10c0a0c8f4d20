package lichen.model.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.random.NormalDeviates;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ColouringTest {
    private static final RandomStreams STREAMS = new RandomStreams(7);
    private static final String NOISE = "noise";
    private static final int SIDE = 3;
    private static final int CHANNELS = 3;
    private static final Size SIZE = new Size(48, 48);

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    /** Shows its noise. */
    private static Graph plain() {
        float[] identity = new float[CHANNELS * CHANNELS];
        for (int c = 0; c < CHANNELS; c++) {
            identity[c * CHANNELS + c] = 1;
        }
        Convolve show = new Convolve(
                Convolution.same(1),
                NdArray.of(identity, CHANNELS, 1, 1, CHANNELS),
                NdArray.of(new float[CHANNELS], CHANNELS),
                false);
        return new Graph(
                List.of(new Input(NOISE, CHANNELS, Optional.empty())), List.of(new Node("shown", show, NOISE)));
    }

    /** Examples that differ along both sides and by channel, so that no turn or exchange is overlooked. */
    private static List<float[]> examples() {
        return List.of(example("one"), example("two"), example("three"));
    }

    private static float[] example(String name) {
        float[] numbers = NormalDeviates.deviates(SIDE * SIDE * CHANNELS, STREAMS.stream(name));
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += i % CHANNELS;
        }
        return numbers;
    }

    @Test
    void givesTheMeanAndTheCovarianceOfTheExamplesWithinAndBetweenPlaces() {
        float[] made = made(Generator.of(new Colouring(NOISE, SIDE, examples()).of(plain())));
        double[] mean = mean(List.of(made), CHANNELS);
        double[] wanted = mean(examples(), CHANNELS);
        for (int c = 0; c < CHANNELS; c++) {
            assertThat(mean[c]).isCloseTo(wanted[c], within(0.15));
        }
        for (int dx = 0; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                assertCovariances(made, mean, wanted, dx, dy);
            }
        }
    }

    /** The tolerance is three deviations of an estimate from 2304 places that depend on each other. */
    private static void assertCovariances(float[] made, double[] mean, double[] wanted, int dx, int dy) {
        for (int a = 0; a < CHANNELS; a++) {
            for (int b = 0; b < CHANNELS; b++) {
                double sum = 0;
                for (float[] example : examples()) {
                    sum += products(example, SIDE, wanted, new int[] {dx, dy, a, b}, false) / CHANNELS;
                }
                assertThat(products(made, SIZE.width(), mean, new int[] {dx, dy, a, b}, true))
                        .as("%d %d, %d %d", dx, dy, a, b)
                        .isCloseTo(sum, within(0.25));
            }
        }
    }

    /** Mean over the places of channel a there times channel b at an offset; beyond the border it begins again, or there is nothing. */
    private static double products(float[] map, int side, double[] mean, int[] of, boolean circular) {
        double sum = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int otherX = x + of[0];
                int otherY = y + of[1];
                if (circular) {
                    otherX = Math.floorMod(otherX, side);
                    otherY = Math.floorMod(otherY, side);
                }
                if (otherX >= 0 && otherY >= 0 && otherX < side && otherY < side) {
                    double here = map[(y * side + x) * CHANNELS + of[2]] - mean[of[2]];
                    double there = map[(otherY * side + otherX) * CHANNELS + of[3]] - mean[of[3]];
                    sum += here * there / (side * side);
                }
            }
        }
        return sum;
    }

    private static double[] mean(List<float[]> maps, int channels) {
        double[] mean = new double[channels];
        int places = maps.get(0).length / channels * maps.size();
        maps.forEach(map -> {
            for (int i = 0; i < map.length; i++) {
                mean[i % channels] += map[i] / places;
            }
        });
        return mean;
    }

    private static float[] made(Generator generator) {
        try (TensorScope scope = new TensorScope()) {
            Image image =
                    Generation.of(generator, 1, SIZE, scope).images(STREAMS, 0).get(0);
            return image.toArray();
        }
    }

    @Test
    void keepsNameAndExtentsOfTheInputAndSuitsMapsSmallerThanTheExamples() {
        Generator generator =
                Generator.of(new PeriodicGenerator(2, 3, 0, 4, 2, 3, Normalization.BATCH).graph(STREAMS.stream("g")));
        List<float[]> maps = List.of(new float[7 * 7 * 2], new float[7 * 7 * 2]);
        Generator coloured = Generator.of(new Colouring("local", 7, maps).of(generator.graph()));

        assertThat(coloured.graph().inputs()).isEqualTo(generator.graph().inputs());
        assertThat(coloured.stride()).isEqualTo(generator.stride());
        assertThat(coloured.reach().orElseThrow()).isEqualTo(generator.reach().orElseThrow() + 3 * generator.stride());
        try (TensorScope scope = new TensorScope()) {
            assertThat(Generation.of(coloured, 1, new Size(4, 4), scope).images(Map.of()))
                    .hasSize(1);
        }
    }

    @Test
    void needsAsManyExamplesAsChannels() {
        assertThatThrownBy(() -> new Colouring(NOISE, 3, List.of(new float[18])))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("must be as many as channels");
        assertThat(Arrays.asList(1, 3))
                .allSatisfy(side -> assertThat(new Colouring(NOISE, side, List.of(new float[side * side])).side())
                        .isEqualTo(side));
    }
}
