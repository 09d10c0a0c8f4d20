package lichen.core.tensor;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Each channel of each image with mean 0 and variance 1 over its own pixels, as kernels over fixed arrays.
 *
 * <pre>y = (x - mean) / sqrt(variance + epsilon)</pre>
 *
 * <p>x and y {@code [N,H,W,C]}. The variance is the mean of squares of differences that were really taken: from the mean of a block of
 * pixels, those of all blocks being put together as by Chan, Golub and LeVeque. It runs on the host, where the numbers are
 * read twice: a native operation for each step of the formula reads and writes them eight times.
 *
 * <p>Source: Ulyanov, Vedaldi and Lempitsky, "Instance normalization: the missing ingredient for fast stylization" (2016),
 * equation 2; Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances" (1979).
 */
public final class InstanceNormalization {
    private final INDArray input;
    private final double epsilon;
    private final ChannelBlocks blocks;
    private final Work[] workers;
    private final double[][] first;
    private final double[][] second;
    private final float[][] mean;
    private final float[][] inverse;

    /** Prepares the normalisation of a batch, which is read by the forward and the backward kernel. */
    public InstanceNormalization(INDArray input, double epsilon) {
        this.input = input;
        this.epsilon = epsilon;
        this.blocks = new ChannelBlocks(input);
        this.workers = new Work[blocks.workers()];
        Arrays.setAll(workers, i -> new Work());
        this.first = new double[blocks.count()][blocks.channels()];
        this.second = new double[blocks.count()][blocks.channels()];
        int images = (int) input.size(0);
        this.mean = new float[images][];
        this.inverse = new float[images][];
        Arrays.setAll(mean, i -> blocks.period());
        Arrays.setAll(inverse, i -> blocks.period());
    }

    /** Normalises. */
    public Kernel forward(INDArray output) {
        return () -> {
            FloatBuffer from = HostMemory.view(input);
            FloatBuffer to = HostMemory.view(output);
            blocks.run((worker, block) -> workers[worker].moments(from, block));
            for (int image = 0; image < mean.length; image++) {
                putTogether(image);
            }
            blocks.run((worker, block) -> workers[worker].normalise(from, block, to));
            HostMemory.written(output);
        };
    }

    /** Mean and variance of an image, of those of its blocks. */
    private void putTogether(int image) {
        double[] means = new double[blocks.channels()];
        double[] spreads = new double[blocks.channels()];
        double count = 0;
        for (int block = image * blocks.perImage(); block < (image + 1) * blocks.perImage(); block++) {
            double more = blocks.pixels(block);
            for (int c = 0; c < means.length; c++) {
                double difference = first[block][c] - means[c];
                means[c] += difference * more / (count + more);
                spreads[c] += second[block][c] + difference * difference * count * more / (count + more);
            }
            count += more;
        }
        for (int c = 0; c < means.length; c++) {
            spreads[c] = 1 / Math.sqrt(spreads[c] / count + epsilon);
        }
        blocks.repeat(means, mean[image]);
        blocks.repeat(spreads, inverse[image]);
    }

    /**
     * The gradient of the last {@link #forward} run: the cotangent y' becomes x', with means over the pixels of an image.
     *
     * <pre>x' = (y' - mean of y' - y mean of y' y) / sqrt(variance + epsilon)</pre>
     */
    public Kernel backward(INDArray cotangent) {
        float[][] shift = new float[mean.length][];
        float[][] slope = new float[mean.length][];
        Arrays.setAll(shift, i -> blocks.period());
        Arrays.setAll(slope, i -> blocks.period());
        return () -> {
            FloatBuffer from = HostMemory.view(input);
            FloatBuffer gradient = HostMemory.view(cotangent);
            blocks.run((worker, block) -> workers[worker].products(from, block, gradient));
            for (int image = 0; image < mean.length; image++) {
                blocks.repeat(mean(first, image), shift[image]);
                blocks.repeat(mean(second, image), slope[image]);
            }
            blocks.run((worker, block) -> {
                int image = block / blocks.perImage();
                workers[worker].carry(from, block, gradient, shift[image], slope[image]);
            });
            HostMemory.written(cotangent);
        };
    }

    /** The mean over the pixels of an image, by the sums over those of its blocks. */
    private double[] mean(double[][] sums, int image) {
        double[] means = new double[blocks.channels()];
        double pixels = (double) input.size(1) * input.size(2);
        for (int block = image * blocks.perImage(); block < (image + 1) * blocks.perImage(); block++) {
            for (int c = 0; c < means.length; c++) {
                means[c] += sums[block][c] / pixels;
            }
        }
        return means;
    }

    /** What a worker does, in memory of its own. */
    private final class Work {
        private final float[] x = blocks.period();
        private final float[] slopes = blocks.period();
        private final float[] sums = blocks.period();
        private final float[] others = blocks.period();

        /** The mean of each channel of a block, and the sum of the squared differences from it. */
        void moments(FloatBuffer from, int block) {
            double[] means = first[block];
            Arrays.fill(sums, 0);
            blocks.periods(block, (start, length) -> {
                from.get(start, x, 0, length);
                add(x, sums, length);
            });
            blocks.fold(sums, means);
            for (int c = 0; c < means.length; c++) {
                means[c] /= blocks.pixels(block);
            }
            blocks.repeat(means, others);
            Arrays.fill(sums, 0);
            blocks.periods(block, (start, length) -> {
                from.get(start, x, 0, length);
                addSquares(x, others, sums, length);
            });
            blocks.fold(sums, second[block]);
        }

        void normalise(FloatBuffer from, int block, FloatBuffer to) {
            blocks.periods(block, (start, length) -> {
                readNormalised(from, block, start, length);
                to.put(start, x, 0, length);
            });
        }

        private void readNormalised(FloatBuffer from, int block, int start, int length) {
            int image = block / blocks.perImage();
            from.get(start, x, 0, length);
            scale(x, mean[image], inverse[image], length);
        }

        /** The sum of the slopes of each channel of a block, and that of their products with what was normalised. */
        void products(FloatBuffer from, int block, FloatBuffer gradient) {
            Arrays.fill(sums, 0);
            Arrays.fill(others, 0);
            blocks.periods(block, (start, length) -> {
                readNormalised(from, block, start, length);
                gradient.get(start, slopes, 0, length);
                add(slopes, sums, length);
                addProducts(slopes, x, others, length);
            });
            blocks.fold(sums, first[block]);
            blocks.fold(others, second[block]);
        }

        void carry(FloatBuffer from, int block, FloatBuffer gradient, float[] shift, float[] slope) {
            float[] factor = inverse[block / blocks.perImage()];
            blocks.periods(block, (start, length) -> {
                readNormalised(from, block, start, length);
                gradient.get(start, slopes, 0, length);
                for (int i = 0; i < length; i++) {
                    slopes[i] = (slopes[i] - shift[i] - x[i] * slope[i]) * factor[i];
                }
                gradient.put(start, slopes, 0, length);
            });
        }
    }

    private static void add(float[] x, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += x[i];
        }
    }

    private static void addSquares(float[] x, float[] mean, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            float difference = x[i] - mean[i];
            sums[i] += difference * difference;
        }
    }

    private static void addProducts(float[] x, float[] y, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += x[i] * y[i];
        }
    }

    private static void scale(float[] x, float[] mean, float[] inverse, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = (x[i] - mean[i]) * inverse[i];
        }
    }
}
