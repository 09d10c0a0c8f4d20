package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class SpectrumTest {
    @Nested
    class InOneWindow extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Spectrum(64);
        }
    }

    @Nested
    class FittedToAnotherSize extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new FittedSpectrum(Map.of("first", 4, "second", 3));
        }
    }

    @Nested
    class InSeveralWindows extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Spectrum(4);
        }
    }

    /** Fourier's sum, term by term, of one window. */
    @Test
    void isFouriersAmplitudeOfTheFadedWindow() {
        int side = 6;
        float[] map = RandomTensors.numbers(side * side, 3);
        double mean = 0;
        for (float number : map) {
            mean += number / map.length;
        }
        double real = 0;
        double imaginary = 0;
        double power = 0;
        for (int i = 0; i < map.length; i++) {
            double fade = fade(i / side, side) * fade(i % side, side);
            double angle = 2 * Math.PI * (5 * (i / side) + 2 * (i % side)) / side;
            real += (map[i] - mean) * fade * Math.cos(angle);
            imaginary += (map[i] - mean) * fade * Math.sin(angle);
            power += fade * fade;
        }
        double[] amplitudes = spectrum(map, side, side);

        assertThat(amplitudes).hasSize(6 * 4);
        assertThat(amplitudes[5 * 4 + 2])
                .as("the wave of 5 rows and 2 columns")
                .isCloseTo(Math.sqrt((real * real + imaginary * imaginary) / power + 1e-8), within(1e-5));
    }

    /** Fourier's sum, term by term, of a window at every pixel. */
    @Test
    void isTheMeanOverWindowsAtAllPixelsOfCircularMaps() {
        int height = 7;
        int width = 9;
        int side = 6;
        float[] map = RandomTensors.numbers(height * width, 7);
        double mean = 0;
        for (float number : map) {
            mean += number / map.length;
        }
        double sum = 0;
        double power = 0;
        for (int first = 0; first < map.length; first++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < side * side; i++) {
                int row = (first / width + i / side) % height;
                int column = (first % width + i % side) % width;
                double fade = fade(i / side, side) * fade(i % side, side);
                double angle = 2 * Math.PI * (5 * (i / side) + 2 * (i % side)) / side;
                real += (map[row * width + column] - mean) * fade * Math.cos(angle);
                imaginary += (map[row * width + column] - mean) * fade * Math.sin(angle);
                power += fade * fade / map.length;
            }
            sum += (real * real + imaginary * imaginary) / map.length;
        }
        try (TensorScope scope = new TensorScope()) {
            INDArray tensor = scope.of(map, 1, height, width, 1);
            double[] amplitudes = HostMemory.toDoubles(
                    new Spectrum(side).ofCircularLayer(tensor, scope).value());

            assertThat(amplitudes[5 * 4 + 2])
                    .as("the wave of 5 rows and 2 columns")
                    .isCloseTo(Math.sqrt(sum / power + 1e-8), within(1e-5));
        }
    }

    @Test
    void isTheDeviationOfWhiteNoiseAtEveryWave() {
        Random random = new Random(1);
        float[] map = new float[128 * 96];
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) (5 + 2 * random.nextGaussian());
        }
        double[] amplitudes = spectrum(map, 128, 8);
        double sum = 0;
        for (int k = 8; k < amplitudes.length; k++) {
            sum += amplitudes[k] * amplitudes[k];
        }

        assertThat(Math.sqrt(sum / (amplitudes.length - 8))).isCloseTo(2, within(0.06));
    }

    @Test
    void hardlyDependsOnTheSizeOfTheImage() {
        double[] small = spectrum(waves(40, 40), 40, 16);
        double[] large = spectrum(waves(64, 88), 64, 16);

        for (int k = 0; k < small.length; k++) {
            assertThat(large[k]).isCloseTo(small[k], within(0.05 + 0.05 * small[k]));
        }
        assertThat(small[2 * 9 + 4]).as("the wave itself").isGreaterThan(3);
    }

    /** 32 pixels hold one window of the fitted side, 40 hold two: the same wave all the same. */
    @Test
    void cutsAnImageAndALargerTargetIntoTheSameWindows() {
        try (TensorScope scope = new TensorScope()) {
            FeatureMaps target = maps(waves(48, 48), 48, scope);
            FeatureMaps image = maps(waves(32, 40), 32, scope);
            Descriptor fitted = new Spectrum(64).fitted(target.shapes(), image.shapes());
            double[] wanted =
                    HostMemory.toDoubles(fitted.at(target, scope).value().layer("a"));
            double[] made = HostMemory.toDoubles(fitted.at(image, scope).value().layer("a"));

            assertThat(made).hasSameSizeAs(wanted).hasSize(32 * 17);
            for (int k = 0; k < made.length; k++) {
                assertThat(made[k]).isCloseTo(wanted[k], within(0.1 + 0.05 * wanted[k]));
            }
        }
    }

    @Test
    void measuresImagesOfOneSizeAsItDoesWithoutBeingFitted() {
        try (TensorScope scope = new TensorScope()) {
            FeatureMaps maps = maps(waves(24, 30), 24, scope);
            Descriptor fitted = new Spectrum(64).fitted(maps.shapes(), maps.shapes());
            assertThat(HostMemory.toFloats(fitted.at(maps, scope).value().layer("a")))
                    .containsExactly(HostMemory.toFloats(
                            new Spectrum(64).at(maps, scope).value().layer("a")));
        }
    }

    @Test
    void leavesOpponentColoursOfGreyImagesEmpty() {
        try (TensorScope scope = new TensorScope()) {
            float[] grey = new float[8 * 8 * 3];
            float[] numbers = RandomTensors.numbers(64, 5);
            for (int i = 0; i < grey.length; i++) {
                grey[i] = numbers[i / 3];
            }
            double[] amplitudes = HostMemory.toDoubles(
                    new Spectrum(8).ofLayer(scope.of(grey, 1, 8, 8, 3), scope).value());

            for (int k = 8 * 5; k < amplitudes.length; k++) {
                assertThat(amplitudes[k]).isCloseTo(1e-4, within(1e-5));
            }
        }
    }

    /** A wave of two rows and four columns in 16 pixels. */
    private static float[] waves(int height, int width) {
        float[] map = new float[height * width];
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) Math.cos(2 * Math.PI * (2 * (i / width) + 4 * (i % width)) / 16);
        }
        return map;
    }

    private static FeatureMaps maps(float[] numbers, int height, TensorScope scope) {
        return new FeatureMaps(Map.of("a", scope.of(numbers, 1, height, numbers.length / height, 1)));
    }

    private static double fade(int i, int side) {
        return (1 - Math.cos(2 * Math.PI * (i + 0.5) / side)) / 2;
    }

    private static double[] spectrum(float[] map, int height, int window) {
        try (TensorScope scope = new TensorScope()) {
            INDArray tensor = scope.of(map, 1, height, map.length / height, 1);
            return HostMemory.toDoubles(
                    new Spectrum(window).ofLayer(tensor, scope).value());
        }
    }
}
