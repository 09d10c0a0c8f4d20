package lichen.descriptor.steerable;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the bands of a scale have to do with those of the coarser scale, all colours and orientations with all: the
 * correlations of the magnitudes, and those of the real parts with the real and imaginary parts of the coarser bands after
 * their phase was doubled. An edge has the same phase at every scale; only doubled does the phase of the coarser band turn as
 * fast as that of the finer one.
 *
 * <p>Source: Portilla and Simoncelli (2000), section 2.3 and figure 7.
 */
final class ParentCorrelations {
    private final SubbandCorrelation magnitudes;
    private final SubbandCorrelation phases;
    private final int count;

    /**
     * Computes the correlations.
     *
     * @param centred the magnitudes of the bands without their means
     * @param bands complex planes
     * @param parents as many complex planes
     */
    ParentCorrelations(double[][] centred, double[][] bands, double[][] parents) {
        count = bands.length;
        magnitudes = new SubbandCorrelation(centred, Complex.centredMagnitudes(parents));
        phases = new SubbandCorrelation(realParts(bands), doubled(parents));
    }

    /** Appends both matrices, row by row. */
    void writeTo(StatisticsRow numbers) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                numbers.put(magnitudes.at(i, j));
            }
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < 2 * count; j++) {
                numbers.put(phases.at(i, j));
            }
        }
    }

    /**
     * Carries the first matrix back.
     *
     * @param slopes what is added to: dL/d centred magnitudes of the bands
     * @return dL/d magnitudes of the parents
     */
    double[][] pullBackMagnitudes(double[][] centred, double[][] parents, StatisticsRow cotangent, double[][] slopes) {
        double[][] planes = Complex.centredMagnitudes(parents);
        double[][] gradients = Complex.zeros(planes);
        magnitudes.pullBack(centred, planes, cotangent.takeMatrix(count, count), slopes, gradients);
        Arrays.stream(gradients).parallel().forEach(Sums::centre);
        return gradients;
    }

    /** Carries the second matrix back, and adds to the gradients of the complex planes. */
    void pullBackPhases(
            double[][] bands,
            double[][] parents,
            StatisticsRow cotangent,
            double[][] bandGradients,
            double[][] parentGradients) {
        double[][] real = realParts(bands);
        double[][] doubled = doubled(parents);
        double[][] ofReal = Complex.zeros(real);
        double[][] ofDoubled = Complex.zeros(doubled);
        phases.pullBack(real, doubled, cotangent.takeMatrix(count, 2 * count), ofReal, ofDoubled);
        IntStream.range(0, count).parallel().forEach(i -> {
            Complex.pullBackReal(ofReal[i], bandGradients[i]);
            Complex.pullBackDoubled(parents[i], ofDoubled[i], ofDoubled[count + i], parentGradients[i]);
        });
    }

    private static double[][] realParts(double[][] complex) {
        return Arrays.stream(complex).parallel().map(Complex::real).toArray(double[][]::new);
    }

    /** All real parts, then all imaginary parts. */
    private static double[][] doubled(double[][] complex) {
        double[][][] doubled =
                Arrays.stream(complex).parallel().map(Complex::doubled).toArray(double[][][]::new);
        return IntStream.range(0, 2 * complex.length)
                .mapToObj(i -> doubled[i % complex.length][i / complex.length])
                .toArray(double[][]::new);
    }
}
