package lichen.app.quality;

import java.util.List;
import lichen.core.image.Image;

/**
 * A gauge that compares two images by the numbers that it finds in each. The mean of such numbers means something: what lies between
 * photographs can be measured by how far it is from the mean of theirs. Two abstract methods: a mean stands between them.
 */
public interface StatisticGauge extends Gauge {
    /** The numbers of an image: as many for all images that are large enough for all of them. */
    double[] statistic(Image image);

    /**
     * How far apart the numbers of two images are.
     *
     * @param image those of the image
     * @param wanted those that it should have
     */
    double between(double[] image, double[] wanted);

    @Override
    default double measure(Image image, Image photograph) {
        return between(statistic(image), statistic(photograph));
    }

    /**
     * The mean of several statistics.
     *
     * @param weights of each; their sum is 1
     */
    static double[] mean(List<double[]> statistics, List<Double> weights) {
        double[] mean = new double[statistics.get(0).length];
        for (int k = 0; k < statistics.size(); k++) {
            double[] numbers = statistics.get(k);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += weights.get(k) * numbers[i];
            }
        }
        return mean;
    }
}
