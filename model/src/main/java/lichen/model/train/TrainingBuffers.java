package lichen.model.train;

import java.util.List;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.core.tensor.Views;
import lichen.model.spec.Block;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The memory of a training program that is shared in time: two gradients of maps, that of a layer and that of the layer
 * below, and two arrays to work in; each large enough for the layer of most channels.
 */
final class TrainingBuffers {
    /** Gradients, work, and what the native gradient of a convolution copies: input, its gradient and the output's. */
    private static final int WIDEST = 7;

    private final long images;
    private final Size size;
    private final INDArray above;
    private final INDArray below;
    private final INDArray first;
    private final INDArray second;

    TrainingBuffers(List<Block> blocks, long images, Size size, TensorScope scope) {
        this.images = images;
        this.size = size;
        long length = pixels(images, size) * widest(blocks);
        this.above = scope.array(length);
        this.below = scope.array(length);
        this.first = scope.array(length);
        this.second = scope.array(length);
    }

    /** The gradient of a layer's output: neighbouring layers have different ones. */
    INDArray cotangent(int layer, long channels) {
        return view(layer % 2 == 0 ? above : below, channels);
    }

    /** To work in. */
    INDArray first(long channels) {
        return view(first, channels);
    }

    /** To work in. */
    INDArray second(long channels) {
        return view(second, channels);
    }

    /** The native memory in bytes that a program takes, to within a few per cent. */
    static long bytes(List<Block> blocks, int images, Size size) {
        long channels = 2L * Image.CHANNELS;
        long gathered = 0; // an image's pixels, by the gradients of weights
        long inputs = Image.CHANNELS;
        for (Block block : blocks) {
            channels += (block.batchNormalization() ? 2L : 1L) * block.filters();
            gathered += block.reach() > 1 ? (block.reach() + 1) * inputs + block.filters() : 0;
            inputs = block.filters();
        }
        return (pixels(images, size) * (channels + WIDEST * widest(blocks)) + pixels(1, size) * gathered) * Float.BYTES;
    }

    private INDArray view(INDArray whole, long channels) {
        return Views.of(whole, 0, images, size.height(), size.width(), channels);
    }

    private static long pixels(long images, Size size) {
        return images * size.height() * size.width();
    }

    private static long widest(List<Block> blocks) {
        return blocks.stream().mapToLong(Block::filters).max().orElseThrow();
    }
}
