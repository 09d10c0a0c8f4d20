package lichen.core.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Convolution by its definition, in double precision: the reference for tests. */
final class NaiveConvolution {
    private NaiveConvolution() {}

    static double[] forward(INDArray x, INDArray w, INDArray b, Convolution geometry) {
        double[] bias = HostMemory.toDoubles(b);
        int outputs = (int) w.size(0);
        long pixels = geometry.outputHeight(x.size(1)) * geometry.outputWidth(x.size(2));
        double[] y = new double[(int) pixels * outputs];
        double[] input = HostMemory.toDoubles(x);
        double[] weights = HostMemory.toDoubles(w);
        for (int i = 0; i < y.length; i++) {
            y[i] = bias[i % outputs];
        }
        visit(x.size(1), x.size(2), w, geometry, (in, weight, out) -> y[out] += input[in] * weights[weight]);
        return y;
    }

    static double[] inputGradient(
            INDArray cotangent, INDArray w, INDArray constant, Convolution geometry, int height, int width) {
        double[] added = HostMemory.toDoubles(constant);
        double[] gradient = new double[height * width * added.length];
        double[] y = HostMemory.toDoubles(cotangent);
        double[] weights = HostMemory.toDoubles(w);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = added[i % added.length];
        }
        visit(height, width, w, geometry, (in, weight, out) -> gradient[in] += y[out] * weights[weight]);
        return gradient;
    }

    private interface Product {
        void of(int input, int weight, int output);
    }

    /** Visits every product that the definition sums up. */
    private static void visit(long height, long width, INDArray w, Convolution g, Product product) {
        int outH = (int) g.outputHeight(height);
        int outW = (int) g.outputWidth(width);
        int channels = (int) w.size(3);
        int padY = padding(g, height, outH, g.kernelHeight());
        int padX = padding(g, width, outW, g.kernelWidth());
        for (int y = 0; y < outH; y++) {
            for (int x = 0; x < outW; x++) {
                for (int dy = 0; dy < g.kernelHeight(); dy++) {
                    for (int dx = 0; dx < g.kernelWidth(); dx++) {
                        int row = y * g.stride() + dy - padY;
                        int column = x * g.stride() + dx - padX;
                        if (row < 0 || row >= height || column < 0 || column >= width) {
                            continue;
                        }
                        for (int o = 0; o < w.size(0); o++) {
                            for (int i = 0; i < channels; i++) {
                                int weight = ((o * g.kernelHeight() + dy) * g.kernelWidth() + dx) * channels + i;
                                int input = (int) ((row * width + column) * channels + i);
                                product.of(input, weight, (int) ((y * outW + x) * w.size(0) + o));
                            }
                        }
                    }
                }
            }
        }
    }

    private static int padding(Convolution g, long input, int output, int kernel) {
        if (g.padding() == Convolution.Padding.VALID) {
            return 0;
        }
        return (int) Math.max((output - 1L) * g.stride() + kernel - input, 0) / 2;
    }
}
