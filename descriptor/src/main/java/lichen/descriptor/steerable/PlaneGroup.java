package lichen.descriptor.steerable;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Statistics of planes that belong together, such as the colours of a lowpass: of each by itself, then of each pair. */
final class PlaneGroup {
    private final PlaneStatistics each;
    private final double[] means;
    private final double[][] single;
    private final SubbandCorrelation pairs;

    /**
     * Computes the statistics.
     *
     * @param planes the planes; their means are subtracted in place, but they are not kept
     */
    PlaneGroup(double[][] planes, PlaneStatistics each) {
        this.each = each;
        means = Arrays.stream(planes).mapToDouble(Sums::centre).toArray();
        single = IntStream.range(0, planes.length)
                .parallel()
                .mapToObj(i -> each.of(means[i], planes[i]))
                .toArray(double[][]::new);
        pairs = new SubbandCorrelation(planes, planes);
    }

    /** Appends the statistics of each plane, then the correlation of each pair. */
    void writeTo(StatisticsRow numbers) {
        for (double[] statistics : single) {
            numbers.put(statistics);
        }
        for (int i = 0; i < single.length; i++) {
            for (int j = i + 1; j < single.length; j++) {
                numbers.put(pairs.at(i, j));
            }
        }
    }

    /**
     * Carries back.
     *
     * @param centred the planes without their means
     * @param cotangent dL/d statistics, in the order in which they were written
     * @param gradients on entry, what other statistics of the centred planes contribute; on return, dL/d planes, means
     *     included
     */
    void pullBack(double[][] centred, StatisticsRow cotangent, double[][] gradients) {
        double[][] slopes = cotangent.takeMatrix(single.length, each.length());
        pairs.pullBack(centred, centred, cotangent.takeTriangle(single.length), gradients, gradients);
        IntStream.range(0, centred.length).parallel().forEach(i -> {
            double slope = each.pullBack(single[i], centred[i], slopes[i], gradients[i]);
            Sums.centre(gradients[i]);
            for (int p = 0; p < gradients[i].length; p++) {
                gradients[i][p] += slope / gradients[i].length;
            }
        });
    }
}
