package lichen.descriptor.steerable;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Statistics of the bands of one scale, of all colours and orientations: correlations with the bands of the coarser scale, if
 * there is one, and the statistics of the magnitudes.
 */
final class ScaleStatistics {
    private final double[][] bands;
    private final double[][] parents;
    private final Optional<ParentCorrelations> across;
    private final PlaneGroup magnitudes;

    /**
     * Computes the statistics.
     *
     * @param bands complex planes; kept
     * @param parents the bands of the coarser scale, interpolated to the same grid, or none; kept
     * @param each what is measured of each magnitude
     */
    ScaleStatistics(double[][] bands, double[][] parents, PlaneStatistics each) {
        this.bands = bands;
        this.parents = parents;
        double[][] planes =
                Arrays.stream(bands).parallel().map(Complex::magnitude).toArray(double[][]::new);
        magnitudes = new PlaneGroup(planes, each);
        across = parents.length == 0 ? Optional.empty() : Optional.of(new ParentCorrelations(planes, bands, parents));
    }

    /** Appends the statistics. */
    void writeTo(StatisticsRow numbers) {
        across.ifPresent(correlations -> correlations.writeTo(numbers));
        magnitudes.writeTo(numbers);
    }

    /**
     * Carries back.
     *
     * @return the gradients of the bands, then those of the parents, as complex planes dL/d real + i dL/d imaginary
     */
    double[][][] pullBack(StatisticsRow cotangent) {
        double[][] planes = Complex.centredMagnitudes(bands);
        double[][] slopes = Complex.zeros(planes);
        double[][] bandGradients = Complex.zeros(bands);
        double[][] parentGradients = Complex.zeros(parents);
        across.ifPresent(correlations -> {
            double[][] ofParents = correlations.pullBackMagnitudes(planes, parents, cotangent, slopes);
            pullBackMagnitudes(parents, ofParents, parentGradients);
            correlations.pullBackPhases(bands, parents, cotangent, bandGradients, parentGradients);
        });
        magnitudes.pullBack(planes, cotangent, slopes);
        pullBackMagnitudes(bands, slopes, bandGradients);
        return new double[][][] {bandGradients, parentGradients};
    }

    private static void pullBackMagnitudes(double[][] complex, double[][] slopes, double[][] gradients) {
        IntStream.range(0, complex.length)
                .parallel()
                .forEach(i -> Complex.pullBackMagnitude(complex[i], slopes[i], gradients[i]));
    }
}
