package lichen.descriptor;

import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arithmetic of {@link Moments} that is done once for each channel, in double precision.
 *
 * @param mean of each channel
 * @param deviation standard deviation of each channel; 0 where it does not vary
 * @param skewness of each channel; 0 where it does not vary
 */
record ChannelMoments(double[] mean, double[] deviation, double[] skewness) {
    /** Below this part of the mean square, a variance is float32 rounding. */
    private static final double ROUNDING = 1e-10;

    /**
     * The gradient of each channel at a pixel, as a polynomial of the deviation d from the mean:
     * {@code constant + (linear + squared d) d}.
     */
    record Parabolas(INDArray constant, INDArray linear, INDArray squared) {}

    /** From the means of F, d² and d³, {@code [C]} each. */
    static ChannelMoments of(INDArray means, INDArray squares, INDArray cubes, TensorScope scope) {
        int channels = Math.toIntExact(means.length());
        double[] mean = scope.doubles(channels);
        double[] deviation = scope.doubles(channels);
        double[] skewness = scope.doubles(channels);
        HostMemory.read(means, mean);
        HostMemory.read(squares, deviation);
        HostMemory.read(cubes, skewness);
        for (int c = 0; c < channels; c++) {
            double variance = deviation[c];
            boolean varies = !(variance <= ROUNDING * (variance + mean[c] * mean[c]));
            deviation[c] = varies ? Math.sqrt(variance) : 0;
            skewness[c] = varies ? skewness[c] / (variance * deviation[c]) : 0;
        }
        return new ChannelMoments(mean, deviation, skewness);
    }

    /** The first moments as {@code [C,order]}. */
    INDArray firstOnes(int order, TensorScope scope) {
        double[][] all = {mean, deviation, skewness};
        float[] numbers = scope.floats(mean.length * order);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) all[i % order][i / order];
        }
        return scope.of(numbers, mean.length, order);
    }

    /**
     * Carries a gradient back.
     *
     * @param cotangent {@code [C,order]}
     * @param pixels H W
     */
    Parabolas pullBack(INDArray cotangent, long pixels, TensorScope scope) {
        int channels = mean.length;
        int order = Math.toIntExact(cotangent.length() / channels);
        float[] slopes = scope.floats(channels * order);
        HostMemory.read(cotangent, slopes);
        float[] constant = scope.floats(channels);
        float[] linear = scope.floats(channels);
        float[] squared = scope.floats(channels);
        for (int c = 0; c < channels; c++) {
            double s = deviation[c];
            double ofSkewness = order == 3 && s != 0 ? 3 * slopes[3 * c + 2] / s / pixels : 0;
            double ofDeviation = s != 0 ? slopes[order * c + 1] / s / pixels : 0;
            squared[c] = (float) (ofSkewness == 0 ? 0 : ofSkewness / (s * s));
            linear[c] = (float) (ofDeviation - (ofSkewness == 0 ? 0 : ofSkewness * skewness[c] / s));
            constant[c] = (float) (slopes[order * c] / (double) pixels - ofSkewness);
        }
        return new Parabolas(scope.of(constant, channels), scope.of(linear, channels), scope.of(squared, channels));
    }
}
