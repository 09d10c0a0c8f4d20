package lichen.core.wave;

import java.util.Arrays;
import lichen.core.diff.Evaluation;
import lichen.core.tensor.HostWork;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.jtransforms.fft.FloatFFT_2D;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean power of the waves in windows of feature maps that overlap by half, by Welch's method. Two channels at a time are one
 * complex plane, so that a transform serves both; the pairs are dealt out to the processors.
 */
public final class WelchSpectrum {
    private final WelchWindows windows;
    private final HalfPlane waves;
    private final int side;
    private final int channels;
    private final float[] map;
    private final float[] power;
    private final HostWork work;
    private final FloatFFT_2D[] transforms;
    private final PairedWaves[] tiles;

    private WelchSpectrum(INDArray map, int side, TensorScope scope) {
        this.side = side;
        windows = WelchWindows.over(Math.toIntExact(map.size(1)), Math.toIntExact(map.size(2)), side);
        channels = Math.toIntExact(Nhwc.channels(map));
        waves = new HalfPlane(side, channels);
        this.map = scope.floatsOf(map);
        power = scope.floats((channels + 1) / 2 * 2 * side * side);
        work = HostWork.of((channels + 1) / 2);
        transforms = new FloatFFT_2D[work.workers()];
        tiles = new PairedWaves[work.workers()];
        for (int worker = 0; worker < work.workers(); worker++) {
            transforms[worker] = new FloatFFT_2D(side, side);
            tiles[worker] = new PairedWaves(side, scope.floats(2 * side * side));
        }
        Arrays.fill(power, 0);
    }

    /**
     * The square root of the mean power of each wave plus 1e-8, {@code [1,H,W,C] -> [C,n,n/2+1]}, and the way back.
     *
     * @param map only read
     * @param side n, that of the windows; at most the map's
     * @param scope the owner of everything that is needed
     */
    public static Evaluation<INDArray, INDArray> of(INDArray map, int side, TensorScope scope) {
        WelchSpectrum spectrum = new WelchSpectrum(map, side, scope);
        spectrum.work.run(spectrum::measure);
        return new Evaluation<>(
                spectrum.waves.amplitudes(spectrum.power, spectrum.windows.scale(), scope),
                cotangent -> spectrum.gradient(cotangent, scope));
    }

    private INDArray gradient(INDArray cotangent, TensorScope scope) {
        float[] factors = waves.factors(cotangent, power, windows.scale(), scope);
        float[] gradient = scope.floats(map.length);
        Arrays.fill(gradient, 0);
        work.run((worker, pair) -> pullBack(worker, pair, factors, gradient));
        return scope.of(gradient, 1, windows.height(), windows.width(), channels);
    }

    private void measure(int worker, int pair) {
        PairedWaves tile = tiles[worker];
        for (int window = 0; window < windows.count(); window++) {
            windows.cut(map, channels, 2 * pair, window, tile.numbers());
            transforms[worker].complexForward(tile.numbers());
            tile.addPower(power, 2 * pair * side * side);
        }
    }

    private void pullBack(int worker, int pair, float[] factors, float[] gradient) {
        PairedWaves tile = tiles[worker];
        for (int window = 0; window < windows.count(); window++) {
            windows.cut(map, channels, 2 * pair, window, tile.numbers());
            transforms[worker].complexForward(tile.numbers());
            tile.scale(factors, 2 * pair * side * side);
            transforms[worker].complexInverse(tile.numbers(), false);
            windows.add(tile.numbers(), window, gradient, channels, 2 * pair);
        }
    }
}
