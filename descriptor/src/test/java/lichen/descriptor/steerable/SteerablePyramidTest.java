package lichen.descriptor.steerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lichen.core.wave.SpectrumGrid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteerablePyramidTest {
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @CsvSource({"16, 16, 2, 4", "24, 8, 3, 2", "12, 20, 2, 3", "4, 6, 1, 6"})
    void keepsTheEnergy(int height, int width, int scales, int orientations) {
        SteerablePyramid pyramid = new SteerablePyramid(new SpectrumGrid(height, width), scales, orientations);
        double[] plane = Planes.random(height * width, 1);
        double[] spectrum = pyramid.spectrum(plane);

        double sum = pyramid.highpassPower(spectrum);
        for (int scale = 0; scale < scales; scale++) {
            for (int k = 0; k < orientations; k++) {
                sum += Planes.complexPower(pyramid.part(spectrum, pyramid.band(scale, k), scale)) / 2;
            }
        }
        sum += Planes.complexPower(pyramid.part(spectrum, pyramid.lowpass(scales), scales));

        assertThat(sum).isCloseTo(Planes.power(plane), within(ROUNDING));
    }

    @ParameterizedTest
    @CsvSource({"16, 16, 2, 4", "24, 8, 3, 2", "12, 20, 2, 3"})
    void isInvertedByItsAdjoint(int height, int width, int scales, int orientations) {
        SteerablePyramid pyramid = new SteerablePyramid(new SpectrumGrid(height, width), scales, orientations);
        double[] plane = Planes.random(height * width, 2);
        double[] spectrum = pyramid.spectrum(plane);
        double[] sum = new double[spectrum.length];

        pyramid.pullBackHighpassPower(spectrum, plane.length / 2.0, sum);
        for (Piece piece : pieces(pyramid, scales, orientations)) {
            double[] part = pyramid.part(spectrum, piece.filter(), piece.scale());
            double share = (piece.half() ? 0.5 : 1)
                    * plane.length
                    / pyramid.grid(piece.scale()).pixels();
            pyramid.transformCotangent(part, piece.filter(), piece.scale());
            pyramid.pullBack(Planes.times(part, share), piece.filter(), piece.scale(), sum);
        }

        assertThat(pyramid.pullBackSpectrum(sum)).containsExactly(plane, within(ROUNDING));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "1, 1"})
    void pullsBackByTheTransposedMatrix(int scale, int finer) {
        SteerablePyramid pyramid = new SteerablePyramid(new SpectrumGrid(12, 16), 2, 3);
        double[] plane = Planes.random(12 * 16, 3);
        Filter filter = pyramid.band(scale, 1);
        double[] part = pyramid.part(pyramid.spectrum(plane), filter, scale - finer);
        double[] cotangent = Planes.random(part.length, 4);
        double expected = Planes.product(cotangent, part);

        double[] gradient = new double[2 * plane.length];
        pyramid.transformCotangent(cotangent, filter, scale - finer);
        pyramid.pullBack(cotangent, filter, scale - finer, gradient);

        assertThat(Planes.product(pyramid.pullBackSpectrum(gradient), plane)).isCloseTo(expected, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "1, 4", "2, 2"})
    void answersAWaveInTheMiddleOfABandWithItsShareOfTheAmplitude(int scale, int frequency) {
        SpectrumGrid grid = new SpectrumGrid(32, 32);
        SteerablePyramid pyramid = new SteerablePyramid(grid, 3, 4);
        double[] wave = Planes.wave(grid, frequency, 0, 0.3);

        double[] coefficients = pyramid.part(pyramid.spectrum(wave), pyramid.band(scale, 0), scale);

        double a =
                1 / Math.sqrt(1 + 2 * Math.pow(0.5, 3)); // the cosines of 0, 45, 90 and 135 degrees, to the power of 6
        double[] expected = new double[coefficients.length / 2];
        Arrays.fill(expected, 0.3 * a);
        assertThat(Complex.magnitude(coefficients)).containsExactly(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "1, 4", "2, 2"})
    void enlargesBandsWithoutChangingTheirAmplitude(int scale, int frequency) {
        SpectrumGrid grid = new SpectrumGrid(32, 32);
        SteerablePyramid pyramid = new SteerablePyramid(grid, 3, 4);
        double[] spectrum = pyramid.spectrum(Planes.wave(grid, 0, frequency, 0.3));
        Filter filter = pyramid.band(scale, 2);

        for (int finer = 0; finer <= scale; finer++) {
            assertThat(Planes.complexPower(pyramid.part(spectrum, filter, finer)))
                    .isCloseTo(Planes.complexPower(pyramid.part(spectrum, filter, scale)), within(ROUNDING));
        }
    }

    /** A filter on the grid of a scale. */
    private record Piece(Filter filter, int scale, boolean half) {}

    private static List<Piece> pieces(SteerablePyramid pyramid, int scales, int orientations) {
        List<Piece> pieces = new ArrayList<>();
        for (int scale = 0; scale < scales; scale++) {
            for (int k = 0; k < orientations; k++) {
                pieces.add(new Piece(pyramid.band(scale, k), scale, true));
            }
        }
        pieces.add(new Piece(pyramid.lowpass(scales), scales, false));
        return pieces;
    }
}
