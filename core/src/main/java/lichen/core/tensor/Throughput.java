package lichen.core.tensor;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How fast this machine convolves: the figure that a synthesis's speed follows from. */
public final class Throughput {
    private static final int SIDE = 256;
    private static final int CHANNELS = 32;
    private static final int KERNEL = 5;
    private static final double NANOSECOND = 1e-9;
    private static final double GIGA = 1e9;

    private Throughput() {}

    /**
     * Convolves again and again: 256 x 256 pixels, 32 to 32 channels, 5 x 5.
     *
     * @param seconds for how long, after a first run that is not counted
     * @return 10^9 floating-point operations a second, a multiply-add counted as two
     */
    public static double gigaflops(double seconds) {
        try (TensorScope scope = new TensorScope()) {
            INDArray input = scope.array(1, SIDE, SIDE, CHANNELS);
            INDArray weights = scope.array(CHANNELS, KERNEL, KERNEL, CHANNELS);
            INDArray output = scope.array(1, SIDE, SIDE, CHANNELS);
            input.assign(0.5);
            weights.assign(0.01);
            Kernel convolution = Conv2d.forward(input, weights, Optional.empty(), Convolution.same(KERNEL), output);
            convolution.run();
            long start = System.nanoTime();
            long runs = 0;
            double elapsed = 0;
            while (elapsed < seconds) {
                convolution.run();
                runs++;
                elapsed = (System.nanoTime() - start) * NANOSECOND;
            }
            return 2.0 * runs * SIDE * SIDE * weights.length() / elapsed / GIGA;
        }
    }
}
