package lichen.core.tensor;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The channels of each pixel with mean square 1, as kernels over fixed arrays.
 *
 * <pre>y = x / sqrt(mean over channels of x² + epsilon)</pre>
 *
 * <p>x and y {@code [N,H,W,C]}. No pixel depends on another. Source: Karras, Aila, Laine and Lehtinen, "Progressive growing of GANs" (2018),
 * section 4.2.
 */
public final class PixelNormalization {
    private final INDArray input;
    private final double epsilon;
    private final ChannelBlocks blocks;
    private final float[][] numbers;
    private final float[][] slopes;

    /** Prepares the normalisation of a batch, which is read by the forward and the backward kernel. */
    public PixelNormalization(INDArray input, double epsilon) {
        this.input = input;
        this.epsilon = epsilon;
        this.blocks = new ChannelBlocks(input);
        this.numbers = blocks.periods();
        this.slopes = blocks.periods();
    }

    /** Normalises. */
    public Kernel forward(INDArray output) {
        return () -> {
            FloatBuffer from = HostMemory.view(input);
            FloatBuffer to = HostMemory.view(output);
            blocks.run((worker, block) -> blocks.periods(block, (start, length) -> {
                float[] x = numbers[worker];
                from.get(start, x, 0, length);
                for (int pixel = 0; pixel < length; pixel += blocks.channels()) {
                    scale(x, pixel, inverse(x, pixel));
                }
                to.put(start, x, 0, length);
            }));
            HostMemory.written(output);
        };
    }

    /**
     * The gradient of the last {@link #forward} run: the cotangent y' becomes x', with a mean over the channels of a pixel.
     *
     * <pre>x' = (y' - y mean of y' y) / sqrt(mean of x² + epsilon)</pre>
     */
    public Kernel backward(INDArray cotangent) {
        return () -> {
            FloatBuffer from = HostMemory.view(input);
            FloatBuffer gradient = HostMemory.view(cotangent);
            blocks.run((worker, block) -> blocks.periods(block, (start, length) -> {
                float[] x = numbers[worker];
                float[] slope = slopes[worker];
                from.get(start, x, 0, length);
                gradient.get(start, slope, 0, length);
                for (int pixel = 0; pixel < length; pixel += blocks.channels()) {
                    carry(x, slope, pixel);
                }
                gradient.put(start, slope, 0, length);
            }));
            HostMemory.written(cotangent);
        };
    }

    private float inverse(float[] x, int pixel) {
        double squares = 0;
        for (int i = pixel; i < pixel + blocks.channels(); i++) {
            squares += (double) x[i] * x[i];
        }
        return (float) (1 / Math.sqrt(squares / blocks.channels() + epsilon));
    }

    private void scale(float[] x, int pixel, float factor) {
        for (int i = pixel; i < pixel + blocks.channels(); i++) {
            x[i] *= factor;
        }
    }

    private void carry(float[] x, float[] slope, int pixel) {
        float factor = inverse(x, pixel);
        scale(x, pixel, factor);
        float along = 0;
        for (int i = pixel; i < pixel + blocks.channels(); i++) {
            along += x[i] * slope[i];
        }
        along /= blocks.channels();
        for (int i = pixel; i < pixel + blocks.channels(); i++) {
            slope[i] = (slope[i] - x[i] * along) * factor;
        }
    }
}
