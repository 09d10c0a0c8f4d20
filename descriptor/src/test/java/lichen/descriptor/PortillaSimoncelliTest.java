package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import lichen.core.check.InvalidValueException;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Offset;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class PortillaSimoncelliTest extends DescriptorContract {
    private static final PortillaSimoncelli DEFAULTS = new PortillaSimoncelli(4, 4, 7);

    private final TensorScope scope = new TensorScope();

    @AfterEach
    void closeMaps() {
        scope.close();
    }

    /** The maps of the contract are too small for more scales. */
    @Override
    protected Descriptor descriptor() {
        return new PortillaSimoncelli(1, 3, 3);
    }

    /** Whole pixels of the coarsest scale. */
    @Override
    protected Offset shift() {
        return new Offset(2, 4);
    }

    @Test
    void refusesCircularMapsThatItWouldHaveToCrop() {
        FeatureMaps maps = new FeatureMaps(Map.of("image", random(16, 24, 3, 1)), true);

        assertThatThrownBy(() -> DEFAULTS.at(maps, scope))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "scales must fit the image: with a circular border its sides must be multiples of 16, but the"
                                + " maps are 24 x 16: choose another size, or fewer scales");
    }

    @Test
    void hasAsManyNumbersForEverySize() {
        assertThat(statistics(DEFAULTS, random(32, 48, 3, 1))).hasSize(3246);
        assertThat(statistics(DEFAULTS, random(16, 16, 3, 2))).hasSize(3246);
    }

    @Test
    void isInvariantToCircularShiftsByWholePixelsOfTheCoarsestScale() {
        float[] pixels = RandomTensors.numbers(16 * 16 * 3, 3);
        float[] shifted = new float[pixels.length];
        for (int i = 0; i < 256; i++) {
            int target = (i / 16 + 4) % 16 * 16 + (i + 8) % 16;
            System.arraycopy(pixels, 3 * i, shifted, 3 * target, 3);
        }
        PortillaSimoncelli descriptor = new PortillaSimoncelli(2, 4, 7);

        assertThat(statistics(descriptor, scope.of(shifted, 1, 16, 16, 3)))
                .containsExactly(statistics(descriptor, scope.of(pixels, 1, 16, 16, 3)), within(1e-5));
    }

    @Test
    void isFiniteAndFlatForAConstantImage() {
        INDArray grey = scope.array(1, 16, 16, 3);
        grey.assign(0.5);

        float[] gradient = HostMemory.toFloats(
                DEFAULTS.ofLayer(grey, scope).pullback().apply(RandomTensors.tensor(scope, 4, 3246)));

        assertThat(statistics(DEFAULTS, grey)).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
        for (float slope : gradient) {
            assertThat(slope).isFinite();
        }
    }

    @Test
    void readsTheMiddleOfAMapThatCannotBeHalvedSoOften() {
        INDArray map = random(19, 16, 1, 5);
        INDArray middle = scope.of(rows(map, 1, 16), 1, 16, 16, 1);

        assertThat(statistics(DEFAULTS, map)).containsExactly(statistics(DEFAULTS, middle), within(0.0));
        float[] gradient = HostMemory.toFloats(DEFAULTS.ofLayer(map, scope)
                .pullback()
                .apply(RandomTensors.tensor(scope, 6, statistics(DEFAULTS, map).length)));
        for (int i = 0; i < 16; i++) {
            assertThat(gradient[i]).isZero();
            assertThat(gradient[17 * 16 + i]).isZero();
            assertThat(gradient[16 + i]).isNotZero();
        }
    }

    @Test
    void tellsRedFromGreyOfTheSameBrightness() {
        float[] grey = RandomTensors.numbers(16 * 16 * 3, 7);
        float[] red = grey.clone();
        for (int i = 0; i < 256; i++) {
            grey[3 * i + 1] = grey[3 * i];
            grey[3 * i + 2] = grey[3 * i];
            red[3 * i] = 3 * grey[3 * i];
            red[3 * i + 1] = 0;
            red[3 * i + 2] = 0;
        }
        double[] ofGrey = statistics(DEFAULTS, scope.of(grey, 1, 16, 16, 3));
        double[] ofRed = statistics(DEFAULTS, scope.of(red, 1, 16, 16, 3));

        assertThat(ofRed[1]).as("deviation of the brightness").isCloseTo(ofGrey[1], within(1e-4));
        assertThat(ofRed[5]).as("deviation of red against blue").isGreaterThan(ofGrey[5] + 0.1);
    }

    @Test
    void refusesMapsOfManyChannels() {
        INDArray map = random(16, 16, 5, 8);

        assertThatThrownBy(() -> DEFAULTS.ofLayer(map, scope))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at most 4 channels")
                .hasMessageContaining("but one has 5");
    }

    @Test
    void measuresMapsWhoseCoarsestPlaneIsOnePixel() {
        double[] numbers = statistics(new PortillaSimoncelli(3, 4, 7), random(8, 9, 3, 10));

        assertThat(numbers).isNotEmpty().doesNotContain(Double.NaN);
    }

    @Test
    void refusesMapsThatAreTooSmall() {
        INDArray map = random(16, 15, 3, 9);

        assertThatThrownBy(() -> DEFAULTS.ofLayer(map, scope))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("scales must be fewer than 4 for maps of 15 x 16");
    }

    @Test
    void refusesAnEvenNeighbourhood() {
        assertThatThrownBy(() -> new PortillaSimoncelli(4, 4, 6))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("neighbourhood must be odd, but is 6");
    }

    private INDArray random(int height, int width, int channels, long seed) {
        return RandomTensors.tensor(scope, seed, 1, height, width, channels);
    }

    private static float[] rows(INDArray map, int from, int count) {
        int length = (int) (map.size(2) * map.size(3));
        float[] rows = new float[count * length];
        System.arraycopy(HostMemory.toFloats(map), from * length, rows, 0, rows.length);
        return rows;
    }

    private double[] statistics(PortillaSimoncelli descriptor, INDArray map) {
        return HostMemory.toDoubles(descriptor.ofLayer(map, scope).value());
    }
}
