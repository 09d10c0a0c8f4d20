package lichen.descriptor;

import java.util.Arrays;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.HostWork;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.jtransforms.dht.FloatDHT_2D;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean power of the waves in windows of feature maps, for {@link Spectrum}. Channels are dealt out to the processors.
 *
 * <p>Hartley's transform stands for Fourier's: it is real, takes any side, and is its own transpose. The power of a wave is the
 * mean of its two squares, |DFT[k]|² = (H[k]² + H[-k]²) / 2.
 */
final class WelchSpectrum {
    private static final double FLOOR = 1e-8;

    private final WelchWindows windows;
    private final int side;
    private final int channels;
    private final float[] map;
    private final float[] power;
    private final HostWork work;
    private final FloatDHT_2D[] transforms;
    private final float[][] planes;
    private final float[][] tiles;

    private WelchSpectrum(INDArray map, int side, TensorScope scope) {
        this.side = side;
        windows = WelchWindows.over(Math.toIntExact(map.size(1)), Math.toIntExact(map.size(2)), side);
        channels = Math.toIntExact(Nhwc.channels(map));
        this.map = scope.floats(Math.toIntExact(map.length()));
        power = scope.floats(channels * side * side);
        work = HostWork.of(channels);
        transforms = new FloatDHT_2D[work.workers()];
        planes = new float[work.workers()][];
        tiles = new float[work.workers()][];
        for (int worker = 0; worker < work.workers(); worker++) {
            transforms[worker] = new FloatDHT_2D(side, side);
            planes[worker] = scope.floats(windows.height() * windows.width());
            tiles[worker] = scope.floats(side * side);
        }
        HostMemory.read(map, this.map);
    }

    /** Measures maps {@code [1,H,W,C]} in windows of this side. */
    static WelchSpectrum of(INDArray map, int side, TensorScope scope) {
        WelchSpectrum spectrum = new WelchSpectrum(map, side, scope);
        spectrum.work.run(spectrum::measure);
        return spectrum;
    }

    /** The square root of the power, {@code [C,n,n/2+1]}. */
    INDArray amplitudes(TensorScope scope) {
        float[] amplitudes = scope.floats(channels * side * columns());
        for (int i = 0; i < amplitudes.length; i++) {
            amplitudes[i] = (float) amplitude(wave(i));
        }
        return scope.of(amplitudes, channels, side, columns());
    }

    /** The gradient of the maps from that of the amplitudes. */
    INDArray gradient(INDArray cotangent, TensorScope scope) {
        float[] slopes = scope.floats(Math.toIntExact(cotangent.length()));
        float[] factors = scope.floats(power.length);
        HostMemory.read(cotangent, slopes);
        Arrays.fill(factors, 0);
        for (int i = 0; i < slopes.length; i++) {
            int wave = wave(i);
            double factor = slopes[i] / amplitude(wave) / 2 * windows.scale();
            factors[wave] += (float) factor;
            factors[opposite(wave)] += (float) factor;
        }
        float[] gradient = scope.floats(map.length);
        work.run((worker, channel) -> pullBack(worker, channel, factors, gradient));
        return scope.of(gradient, 1, windows.height(), windows.width(), channels);
    }

    private void measure(int worker, int channel) {
        float[] plane = plane(worker, channel);
        float[] tile = tiles[worker];
        int first = channel * side * side;
        Arrays.fill(power, first, first + tile.length, 0);
        for (int window = 0; window < windows.count(); window++) {
            windows.cut(plane, window, tile);
            transforms[worker].forward(tile);
            for (int k = 0; k < tile.length; k++) {
                power[first + k] += tile[k] * tile[k];
            }
        }
    }

    private void pullBack(int worker, int channel, float[] factors, float[] gradient) {
        float[] plane = plane(worker, channel);
        float[] tile = tiles[worker];
        int first = channel * side * side;
        for (int i = channel; i < gradient.length; i += channels) {
            gradient[i] = 0;
        }
        for (int window = 0; window < windows.count(); window++) {
            windows.cut(plane, window, tile);
            transforms[worker].forward(tile);
            for (int k = 0; k < tile.length; k++) {
                tile[k] *= factors[first + k];
            }
            transforms[worker].forward(tile);
            windows.add(tile, window, gradient, channel, channels);
        }
    }

    /** A channel by itself. */
    private float[] plane(int worker, int channel) {
        float[] plane = planes[worker];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = map[i * channels + channel];
        }
        return plane;
    }

    private double amplitude(int wave) {
        double both = (double) power[wave] + power[opposite(wave)];
        return Math.sqrt(both / 2 * windows.scale() + FLOOR);
    }

    /** Where a number of the half-plane stands in the full one, over all channels. */
    private int wave(int number) {
        return number / columns() * side + number % columns();
    }

    /** The wave -k of the same channel. */
    private int opposite(int wave) {
        int row = wave / side % side;
        int column = wave % side;
        return wave - row * side - column + (side - row) % side * side + (side - column) % side;
    }

    private int columns() {
        return side / 2 + 1;
    }
}
