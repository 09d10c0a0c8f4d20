package lichen.model.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.BatchNormalization;
import lichen.core.tensor.ChannelSums;
import lichen.core.tensor.Conv2d;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.ConvolutionGradients;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.Kernel;
import lichen.core.tensor.NativeMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.spec.Block;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network in training, at work on batches of one size: loss, gradient of all learned numbers, and reconstructions, as
 * lists of kernels over buffers that exist. After its first run it takes no more memory.
 *
 * <p>The loss is the mean squared error over all N H W 3 numbers of a batch. (Deeplearning4j's mean squared error for
 * images adds up over pixels: H W times as much.) Images are RGB in [0,1], {@code [N,H,W,3]} as {@code float[]}.
 *
 * <p>Native memory: 4 N H W bytes for each channel of each convolution, for each of each batch normalisation again, and
 * for seven times the widest layer. FCN512 with 8 images takes about 0.6 GB at 128 x 128, and 2.4 GB at 256 x 256.
 */
public final class TrainingProgram {
    private final TrainableNetwork network;
    private final int images;
    private final Size size;
    private final INDArray input;
    private final INDArray target;
    private final INDArray output;
    private final INDArray residual;
    private final Kernel subtract;
    private final List<Kernel> forward = new ArrayList<>();
    private final List<Kernel> frozen = new ArrayList<>();
    private final List<Kernel> backward = new ArrayList<>();
    private final List<Kernel> tracking = new ArrayList<>();

    private TrainingProgram(TrainableNetwork network, int images, Size size, TensorScope scope) {
        this.network = network;
        this.images = images;
        this.size = size;
        this.input = scope.array(images, size.height(), size.width(), Image.CHANNELS);
        this.target = scope.array(input.shape());
        TrainingBuffers buffers = new TrainingBuffers(network.blocks(), images, size, scope);
        INDArray maps = input;
        for (int i = 0; i < network.blocks().size(); i++) {
            maps = add(i, maps, buffers, scope);
        }
        this.output = maps;
        this.residual = buffers.cotangent(network.blocks().size() - 1, Image.CHANNELS);
        this.subtract = Elementwise.subtract(output, target, residual);
    }

    static TrainingProgram of(TrainableNetwork network, int images, Size size, TensorScope scope) {
        Require.atLeast(1, "batch", images);
        NativeMemory.require(
                TrainingBuffers.bytes(network.blocks(), images, size),
                "Training on batches of " + images + " images of " + size.width() + " x " + size.height());
        return new TrainingProgram(network, images, size, scope);
    }

    /** How many images a batch holds. */
    public int images() {
        return images;
    }

    /** The size of its images. */
    public Size size() {
        return size;
    }

    /** How many numbers a batch holds: N H W 3. */
    public int numbers() {
        return Math.toIntExact(input.length());
    }

    /** The network that is trained. */
    public TrainableNetwork network() {
        return network;
    }

    /**
     * The loss in training, with batch normalisation by the batch's own statistics, and its gradient, which is left in the
     * network.
     *
     * @param corrupted what the network sees, {@code [N,H,W,3]}
     * @param clean what it should make of it, {@code [N,H,W,3]}
     */
    public double gradient(float[] corrupted, float[] clean) {
        HostMemory.write(corrupted, input);
        HostMemory.write(clean, target);
        forward.forEach(Kernel::run);
        subtract.run();
        double loss = HostMemory.squaredNorm(residual) / numbers();
        residual.muli(2.0 / numbers());
        backward.forEach(Kernel::run);
        return loss;
    }

    /** Lets the running statistics follow those of the last batch that a gradient was computed for. */
    void track() {
        tracking.forEach(Kernel::run);
    }

    /**
     * What the network makes of images once it is trained: batch normalisation by the running statistics.
     *
     * @param batch {@code [N,H,W,3]}
     * @return fresh, {@code [N,H,W,3]}; numbers may be above 1
     */
    public float[] reconstruct(float[] batch) {
        HostMemory.write(batch, input);
        frozen.forEach(Kernel::run);
        return HostMemory.toFloats(output);
    }

    /**
     * The mean squared error of each reconstruction.
     *
     * @param corrupted what the network sees, {@code [N,H,W,3]}
     * @param clean what it should make of it, {@code [N,H,W,3]}
     */
    public double[] errors(float[] corrupted, float[] clean) {
        float[] made = reconstruct(corrupted);
        int each = made.length / images;
        double[] errors = new double[images];
        for (int i = 0; i < made.length; i++) {
            double difference = (double) made[i] - clean[i];
            errors[i / each] += difference * difference / each;
        }
        return errors;
    }

    private INDArray add(int index, INDArray below, TrainingBuffers buffers, TensorScope scope) {
        Block block = network.blocks().get(index);
        TrainableNetwork.Convolutional learned = network.weightsOf(index);
        INDArray maps = scope.array(images, size.height(), size.width(), block.filters());
        INDArray cotangent = buffers.cotangent(index, block.filters());
        Kernel convolution = Conv2d.forward(
                below, learned.weights(), Optional.of(learned.bias()), Convolution.same(block.reach()), maps);
        Kernel relu = Elementwise.relu(maps);
        forward.addAll(List.of(convolution, relu));
        frozen.addAll(List.of(convolution, relu));
        // The backward kernels run from the last to the first, so each is put before those of the layers below.
        List<Kernel> back = new ArrayList<>();
        INDArray above = maps;
        if (block.batchNormalization()) {
            above = scope.array(maps.shape());
            BatchNormalization.Scratch scratch =
                    new BatchNormalization.Scratch(buffers.first(block.filters()), buffers.second(block.filters()));
            BatchNormalization normalization =
                    new BatchNormalization(maps, network.affineOf(index), Block.EPSILON, scratch, scope);
            forward.add(normalization.forward(above));
            frozen.add(normalization.frozenForward(network.statisticsOf(index), above));
            tracking.add(normalization.track(network.statisticsOf(index), Block.DECAY));
            back.add(normalization.backward(cotangent, network.affineGradientOf(index)));
        }
        back.add(Elementwise.reluGradient(maps, cotangent, buffers.first(block.filters())));
        TrainableNetwork.Convolutional gradient = network.gradientsOf(index);
        back.add(ChannelSums.of(cotangent, gradient.bias(), scope));
        ConvolutionGradients gradients = new ConvolutionGradients(below, learned.weights(), cotangent, scope);
        back.add(
                index == 0
                        ? gradients.ofWeights(gradient.weights())
                        : gradients.both(buffers.cotangent(index - 1, below.size(3)), gradient.weights()));
        if (block.dilation() > 1) {
            INDArray taps = taps(block, below.size(3), scope);
            back.add(Elementwise.multiply(gradient.weights(), taps, gradient.weights()));
        }
        backward.addAll(0, back);
        return above;
    }

    /** 1 where a dilated kernel has a tap, and 0 between them, where its weights stay zero: {@code [O,k,k,I]}. */
    private static INDArray taps(Block block, long inputs, TensorScope scope) {
        long[] shape = {block.filters(), block.reach(), block.reach(), inputs};
        INDArray taps = scope.array(shape);
        float[] values = new float[(int) taps.length()];
        for (int i = 0; i < values.length; i++) {
            long pixel = i / inputs;
            long x = pixel % block.reach();
            long y = pixel / block.reach() % block.reach();
            values[i] = x % block.dilation() == 0 && y % block.dilation() == 0 ? 1 : 0;
        }
        HostMemory.write(values, taps);
        return taps;
    }
}
