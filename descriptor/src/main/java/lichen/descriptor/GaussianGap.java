package lichen.descriptor;

import java.util.Arrays;
import java.util.Optional;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The distance of one layer's Gaussian from the target's, for {@link GaussianWasserstein}.
 *
 * @param image the one
 * @param target the other
 * @param squaredDistance of the two
 * @param transport between the covariances; empty where the two are equal, or the target does not vary: nothing is shared
 */
record GaussianGap(Gaussian image, Gaussian target, double squaredDistance, Optional<GaussianTransport> transport) {
    /**
     * Compares.
     *
     * @param ridge added to each variance of both, relative to the target's mean variance
     */
    static GaussianGap between(Gaussian image, Gaussian target, double ridge) {
        if (isEqual(image, target)) {
            return new GaussianGap(image, target, 0, Optional.empty());
        }
        double shift = image.squaredDistance(target.mean());
        double added = ridge * target.trace() / target.mean().length;
        double apart = shift + image.trace() + target.trace();
        if (!(added > 0) || !Double.isFinite(apart)) {
            return new GaussianGap(image, target, apart, Optional.empty());
        }
        Gaussian wider = target.widened(added);
        GaussianTransport transport =
                GaussianTransport.between(image.widened(added).covariance(), wider.covariance(), added);
        double widening = 2 * added * target.mean().length;
        double distance = Math.max(apart + widening - 2 * transport.overlap(), shift);
        return new GaussianGap(image, target, distance, Optional.of(transport));
    }

    /** d squaredDistance / d signature, times a factor: {@code [C+1,C]}. */
    INDArray gradient(double factor, TensorScope scope) {
        int channels = image.mean().length;
        float[] gradient = scope.floats((channels + 1) * channels);
        Arrays.fill(gradient, 0);
        if (!isEqual(image, target)) {
            double[][] map = transport.map(GaussianTransport::map).orElseGet(() -> new double[channels][channels]);
            for (int i = 0; i < channels; i++) {
                gradient[i] = (float) (2 * factor * (image.mean()[i] - target.mean()[i]));
                for (int j = 0; j < channels; j++) {
                    gradient[(i + 1) * channels + j] = (float) (factor * ((i == j ? 1 : 0) - map[i][j]));
                }
            }
        }
        return scope.of(gradient, channels + 1, channels);
    }

    /** Rounding would leave something of a distance that is 0. */
    private static boolean isEqual(Gaussian a, Gaussian b) {
        return Arrays.equals(a.mean(), b.mean()) && Arrays.deepEquals(a.covariance(), b.covariance());
    }
}
