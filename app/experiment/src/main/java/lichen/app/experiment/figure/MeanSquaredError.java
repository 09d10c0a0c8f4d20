package lichen.app.experiment.figure;

import lichen.core.check.Require;
import lichen.core.image.Image;

/** The mean of the squared differences of two images, over all pixels and channels, values in [0,1]. */
final class MeanSquaredError {
    private MeanSquaredError() {}

    static double between(Image one, Image other) {
        float[] a = one.toArray();
        float[] b = other.toArray();
        Require.that(a.length == b.length, "other", "must have the extents of the one");
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += difference * difference;
        }
        return sum / a.length;
    }
}
