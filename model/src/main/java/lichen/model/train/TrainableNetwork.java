package lichen.model.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.tensor.BatchNormalization;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.graph.Operation;
import lichen.model.spec.Block;
import lichen.model.spec.Fcn;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network in training: its learned numbers, their gradients, and the running statistics of its batch normalisations. What
 * computes with them is a {@link TrainingProgram}, one for each size of batch and image.
 */
public final class TrainableNetwork {
    private final List<Block> blocks;
    private final Segments values;
    private final Segments gradients;
    private final Segments statistics;

    private TrainableNetwork(List<Block> blocks, TensorScope scope) {
        this.blocks = blocks;
        Map<String, long[]> learned = new LinkedHashMap<>();
        Map<String, long[]> followed = new LinkedHashMap<>();
        long inputs = Image.CHANNELS;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            learned.put(weights(i), new long[] {block.filters(), block.reach(), block.reach(), inputs});
            learned.put(bias(i), new long[] {block.filters()});
            if (block.batchNormalization()) {
                learned.put(gamma(i), new long[] {block.filters()});
                learned.put(beta(i), new long[] {block.filters()});
                followed.put(mean(i), new long[] {block.filters()});
                followed.put(variance(i), new long[] {block.filters()});
            }
            inputs = block.filters();
        }
        this.values = new Segments(learned, scope);
        this.gradients = new Segments(learned, scope);
        this.statistics = new Segments(followed, scope);
    }

    /**
     * A network with fresh weights: those that {@link Fcn#graph} draws from the same numbers.
     *
     * @param random the stream that weights are drawn from
     * @param scope owner of the network's arrays
     * @throws lichen.core.check.InvalidValueException as {@link #require}
     */
    public static TrainableNetwork of(Fcn fcn, RandomGenerator random, TensorScope scope) {
        require(fcn);
        TrainableNetwork network = new TrainableNetwork(fcn.blocks(), scope);
        List<Node> nodes = fcn.untrained(random).nodes();
        for (int i = 0; i < network.blocks.size(); i++) {
            Node node = node(nodes, convolution(i));
            Operation.Convolve convolve = (Operation.Convolve) node.operation();
            HostMemory.write(convolve.weights().values(), network.values.view(weights(i)));
            HostMemory.write(convolve.bias().values(), network.values.view(bias(i)));
            if (network.blocks.get(i).batchNormalization()) {
                network.values.view(gamma(i)).assign(1);
                network.statistics.view(variance(i)).assign(1);
            }
        }
        return network;
    }

    /**
     * Checks that a network can be trained.
     *
     * @throws lichen.core.check.InvalidValueException if the network names a file of weights, or does not end in an image
     */
    public static void require(Fcn fcn) {
        Require.that(
                fcn.weights().isEmpty(),
                "weights",
                "must be left out: training starts from fresh ones, since a file keeps no statistics of batches");
        int last = fcn.blocks().get(fcn.blocks().size() - 1).filters();
        Require.that(
                last == Image.CHANNELS,
                "blocks",
                "must end in " + Image.CHANNELS + " filters, to reconstruct an image, but end in " + last);
        Require.that(
                fcn.blocks().stream().allMatch(block -> block.stride() == 1),
                "blocks",
                "must all have the stride 1 to be trained, since the network has to give an image of the same size: use"
                        + " dilation in place of stride");
    }

    /**
     * A program for batches of one size.
     *
     * @param images how many images a batch holds
     * @param size their size
     * @param scope owner of the program's buffers
     * @throws lichen.core.check.InvalidValueException if they would not fit into the memory that native arrays may take
     */
    public TrainingProgram compile(int images, Size size, TensorScope scope) {
        return TrainingProgram.of(this, images, size, scope);
    }

    /** The network as it is now, with the nodes and names that {@link Fcn#graph} gives; its arrays are copies. */
    public Graph graph() {
        List<Node> nodes = new ArrayList<>();
        String input = Architecture.IMAGE;
        for (int i = 0; i < blocks.size(); i++) {
            nodes.add(new Node(convolution(i), convolve(i), input));
            input = convolution(i);
            if (blocks.get(i).batchNormalization()) {
                nodes.add(new Node(normalization(i), normalize(i), input));
                input = normalization(i);
            }
        }
        return new Graph(nodes);
    }

    /** Fresh copies of all learned numbers and running statistics, by name: {@code conv1/weights, ..., norm2/mean, ...}. */
    public Map<String, NdArray<?>> arrays() {
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>(values.copy());
        arrays.putAll(statistics.copy());
        return arrays;
    }

    /**
     * Sets all learned numbers and running statistics.
     *
     * @param arrays those of {@link #arrays()}, or more
     * @throws lichen.core.check.InvalidValueException if one is missing or has another shape
     */
    public void restore(Map<String, NdArray<?>> arrays) {
        values.restore(arrays);
        statistics.restore(arrays);
    }

    List<Block> blocks() {
        return blocks;
    }

    /** All learned numbers as one vector. */
    INDArray values() {
        return values.all();
    }

    /** The gradient of all learned numbers as one vector, as the last program left it. */
    INDArray gradients() {
        return gradients.all();
    }

    Convolutional weightsOf(int block) {
        return convolutional(values, block);
    }

    Convolutional gradientsOf(int block) {
        return convolutional(gradients, block);
    }

    BatchNormalization.Affine affineOf(int block) {
        return new BatchNormalization.Affine(values.view(gamma(block)), values.view(beta(block)));
    }

    BatchNormalization.Affine affineGradientOf(int block) {
        return new BatchNormalization.Affine(gradients.view(gamma(block)), gradients.view(beta(block)));
    }

    BatchNormalization.Statistics statisticsOf(int block) {
        return new BatchNormalization.Statistics(statistics.view(mean(block)), statistics.view(variance(block)));
    }

    /** The numbers of a convolution, or their gradients: {@code [O,k,k,I]} and {@code [O]}. */
    record Convolutional(INDArray weights, INDArray bias) {}

    private static Convolutional convolutional(Segments segments, int block) {
        return new Convolutional(segments.view(weights(block)), segments.view(bias(block)));
    }

    private Operation convolve(int block) {
        INDArray weights = values.view(weights(block));
        int side = blocks.get(block).reach();
        int outputs = blocks.get(block).filters();
        return new Operation.Convolve(
                Convolution.same(side),
                NdArray.of(HostMemory.toFloats(weights), outputs, side, side, (int) weights.size(3)),
                NdArray.of(HostMemory.toFloats(values.view(bias(block))), outputs),
                true);
    }

    private Operation normalize(int block) {
        return Operation.ScaleShift.ofBatchNormalization(
                HostMemory.toFloats(values.view(gamma(block))),
                HostMemory.toFloats(values.view(beta(block))),
                HostMemory.toFloats(statistics.view(mean(block))),
                HostMemory.toFloats(statistics.view(variance(block))),
                Block.EPSILON);
    }

    private static Node node(List<Node> nodes, String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String convolution(int block) {
        return "conv" + (block + 1);
    }

    private static String normalization(int block) {
        return "norm" + (block + 1);
    }

    private static String weights(int block) {
        return convolution(block) + "/weights";
    }

    private static String bias(int block) {
        return convolution(block) + "/bias";
    }

    private static String gamma(int block) {
        return normalization(block) + "/gamma";
    }

    private static String beta(int block) {
        return normalization(block) + "/beta";
    }

    private static String mean(int block) {
        return normalization(block) + "/mean";
    }

    private static String variance(int block) {
        return normalization(block) + "/variance";
    }
}
