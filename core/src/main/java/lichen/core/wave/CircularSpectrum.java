package lichen.core.wave;

import java.util.Arrays;
import lichen.core.diff.Evaluation;
import lichen.core.tensor.HostWork;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.jtransforms.fft.FloatFFT_2D;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean power of the waves in windows of circular feature maps, one window at each pixel: what {@link WelchSpectrum} gives
 * for windows that overlap by half, and exactly the same however the maps are moved round.
 *
 * <p>By the theorem of Wiener and Khinchin no window needs a transform: with a[s] = mean over p of d[p] d[p + s], and v[s] =
 * sum over i of h[i] h[i + s] for the fade h, the mean power is P[k] = sum over |s| < n of v[s] a[s] cos(2 pi k s / n) / v[0]. The
 * channels are dealt out to the processors.
 */
public final class CircularSpectrum {
    private final int height;
    private final int width;
    private final int side;
    private final int channels;
    private final HalfPlane waves;
    private final float[] map;
    private final float[] power;
    private final float[] overlap;
    private final HostWork work;
    private final FloatFFT_2D[] large;
    private final FloatFFT_2D[] small;
    private final float[][] planes;
    private final float[][] filters;
    private final float[][] windows;

    private CircularSpectrum(INDArray map, int side, TensorScope scope) {
        this.side = side;
        height = Math.toIntExact(map.size(1));
        width = Math.toIntExact(map.size(2));
        channels = Math.toIntExact(Nhwc.channels(map));
        waves = new HalfPlane(side, channels);
        this.map = scope.floatsOf(map);
        power = scope.floats(channels * side * side);
        overlap = overlap(WelchWindows.fade(side));
        work = HostWork.of(channels);
        large = new FloatFFT_2D[work.workers()];
        small = new FloatFFT_2D[work.workers()];
        planes = new float[work.workers()][];
        filters = new float[work.workers()][];
        windows = new float[work.workers()][];
        for (int worker = 0; worker < work.workers(); worker++) {
            large[worker] = new FloatFFT_2D(height, width);
            small[worker] = new FloatFFT_2D(side, side);
            planes[worker] = scope.floats(2 * height * width);
            filters[worker] = scope.floats(2 * height * width);
            windows[worker] = scope.floats(2 * side * side);
        }
    }

    /**
     * The square root of the mean power of each wave plus 1e-8, {@code [1,H,W,C] -> [C,n,n/2+1]}, and the way back.
     *
     * @param map circular; only read
     * @param side n, that of the windows; at most the map's
     * @param scope the owner of everything that is needed
     */
    public static Evaluation<INDArray, INDArray> of(INDArray map, int side, TensorScope scope) {
        CircularSpectrum spectrum = new CircularSpectrum(map, side, scope);
        spectrum.work.run(spectrum::measure);
        return new Evaluation<>(
                spectrum.waves.amplitudes(spectrum.power, 1, scope), cotangent -> spectrum.gradient(cotangent, scope));
    }

    private INDArray gradient(INDArray cotangent, TensorScope scope) {
        float[] factors = waves.factors(cotangent, power, 1, scope);
        float[] gradient = scope.floats(map.length);
        work.run((worker, channel) -> pullBack(worker, channel, factors, gradient));
        return scope.of(gradient, 1, height, width, channels);
    }

    /** a, faded by v, as a sum over what falls on the same place of a window; its transform is P. */
    private void measure(int worker, int channel) {
        float[] plane = planes[worker];
        transform(worker, channel, plane);
        for (int i = 0; i < plane.length; i += 2) {
            plane[i] = (plane[i] * plane[i] + plane[i + 1] * plane[i + 1]) / (height * width);
            plane[i + 1] = 0;
        }
        large[worker].complexInverse(plane, true);
        float[] window = windows[worker];
        Arrays.fill(window, 0);
        eachLag((lag, place, weight) -> window[2 * place] += weight * plane[2 * lag]);
        small[worker].complexForward(window);
        for (int k = 0; k < side * side; k++) {
            power[channel * side * side + k] = Math.max(0, window[2 * k]);
        }
    }

    /** dL/da is even, so that it is a filter with a real transform: dL/dd is the channel filtered by it. */
    private void pullBack(int worker, int channel, float[] factors, float[] gradient) {
        float[] window = windows[worker];
        Arrays.fill(window, 0);
        for (int k = 0; k < side * side; k++) {
            window[2 * k] = factors[channel * side * side + k];
        }
        small[worker].complexForward(window);
        float[] filter = filters[worker];
        Arrays.fill(filter, 0);
        eachLag((lag, place, weight) -> filter[2 * lag] += weight * window[2 * place]);
        large[worker].complexForward(filter);
        float[] plane = planes[worker];
        transform(worker, channel, plane);
        for (int i = 0; i < plane.length; i += 2) {
            plane[i] *= filter[i];
            plane[i + 1] *= filter[i];
        }
        large[worker].complexInverse(plane, true);
        for (int pixel = 0; pixel < height * width; pixel++) {
            gradient[pixel * channels + channel] = plane[2 * pixel] / (height * width);
        }
    }

    private void transform(int worker, int channel, float[] plane) {
        for (int pixel = 0; pixel < height * width; pixel++) {
            plane[2 * pixel] = map[pixel * channels + channel];
            plane[2 * pixel + 1] = 0;
        }
        large[worker].complexForward(plane);
    }

    /** Every displacement within a window: its pixel in the map, its place in a window, and v[s] / v[0]. */
    private void eachLag(Lags lags) {
        for (int y = 1 - side; y < side; y++) {
            for (int x = 1 - side; x < side; x++) {
                lags.at(
                        Math.floorMod(y, height) * width + Math.floorMod(x, width),
                        Math.floorMod(y, side) * side + Math.floorMod(x, side),
                        overlap[Math.abs(y)] * overlap[Math.abs(x)]);
            }
        }
    }

    /** v along one side, over v[0]. */
    private static float[] overlap(float[] fade) {
        float[] overlap = new float[fade.length];
        double none = 0;
        for (int s = 0; s < fade.length; s++) {
            double sum = 0;
            for (int i = 0; i + s < fade.length; i++) {
                sum += (double) fade[i] * fade[i + s];
            }
            none = s == 0 ? sum : none;
            overlap[s] = (float) (sum / none);
        }
        return overlap;
    }

    /** What is done with a displacement. */
    @FunctionalInterface
    private interface Lags {
        void at(int lag, int place, float weight);
    }
}
