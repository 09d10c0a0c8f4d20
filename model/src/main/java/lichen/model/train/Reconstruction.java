package lichen.model.train;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongToDoubleFunction;
import lichen.core.check.Require;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.MapShape;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.NativeMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.program.Compiler;
import lichen.model.program.Parameters;
import lichen.model.program.Program;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network that learns to reconstruct images, at work on batches of one size: loss, gradient of all learned numbers, and
 * reconstructions. After it was made it takes no more memory.
 *
 * <p>The loss is the mean squared error over all N H W 3 numbers of a batch. (Deeplearning4j's mean squared error for
 * images adds up over pixels: H W times as much.) Images are RGB in [0,1], {@code [N,H,W,3]} as {@code float[]}.
 *
 * <p>Native memory: 4 N H W bytes for each channel of each layer, and for seven times the widest one. FCN512 with 8 images
 * takes about 0.6 GB at 128 x 128, and 2.4 GB at 256 x 256.
 */
public final class Reconstruction {
    private static final FeatureMaps AS_IT_STANDS = new FeatureMaps(Map.of());

    private final Parameters parameters;
    private final int images;
    private final Size size;
    private final Program program;
    private final INDArray input;
    private final INDArray target;
    private final INDArray residual;
    private final String output;
    private final FeatureMaps cotangent;

    private Reconstruction(Graph graph, int images, Size size, TensorScope scope) {
        this.output = output(graph);
        this.parameters = Parameters.of(graph, scope);
        this.images = images;
        this.size = size;
        this.program = compiler(graph, images, size).learning(parameters).compile(List.of(output), scope);
        this.input = program.input(Architecture.IMAGE);
        this.target = scope.array(input.shape());
        this.residual = scope.array(input.shape());
        this.cotangent = new FeatureMaps(Map.of(output, residual));
    }

    /**
     * A network with the numbers that it has, which will change here.
     *
     * @param graph gives at its last node an image of the same size
     * @param images how many images a batch holds
     * @param size their size
     * @param scope owner of all arrays
     * @throws lichen.core.check.InvalidValueException if it gives something else, or would not fit into the memory that
     *     native arrays may take
     */
    public static Reconstruction of(Graph graph, int images, Size size, TensorScope scope) {
        Require.atLeast(1, "batch", images);
        String output = output(graph);
        MapShape given = Objects.requireNonNull(
                compiler(graph, images, size).shapes(List.of(output)).get(output));
        Require.that(
                given.equals(new MapShape(size.height(), size.width(), Image.CHANNELS)),
                "graph",
                "must end in an image of " + size + ", but ends in " + given.extents() + " of " + given.channels()
                        + " channels");
        NativeMemory.require(
                bytes(graph, images, size),
                "Training on batches of " + images + " images of " + size.width() + " x " + size.height());
        return new Reconstruction(graph, images, size, scope);
    }

    /** The native memory in bytes that it takes, to within a few per cent. */
    static long bytes(Graph graph, int images, Size size) {
        long batch = (long) images * size.width() * size.height() * Image.CHANNELS * Float.BYTES;
        return compiler(graph, images, size).bytes(List.of(output(graph))) + 2 * batch;
    }

    private static Compiler compiler(Graph graph, int images, Size size) {
        return Compiler.of(graph).batch(images).size(Architecture.IMAGE, size);
    }

    private static String output(Graph graph) {
        return graph.nodes().get(graph.nodes().size() - 1).name();
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

    /** What is learned. */
    public Parameters parameters() {
        return parameters;
    }

    /** The network as it is now, as it will be used; its arrays are copies. */
    public Graph graph() {
        return parameters.graph().trained();
    }

    /**
     * The loss in training, with batch normalisation by the batch's own statistics, and its gradient, which is left in the
     * parameters.
     *
     * @param corrupted what the network sees, {@code [N,H,W,3]}
     * @param clean what it should make of it, {@code [N,H,W,3]}
     */
    public double gradient(float[] corrupted, float[] clean) {
        HostMemory.write(corrupted, input);
        HostMemory.write(clean, target);
        Evaluation<FeatureMaps, FeatureMaps> evaluation = program.at(AS_IT_STANDS);
        Elementwise.subtract(evaluation.value().layer(output), target, residual).run();
        double loss = HostMemory.squaredNorm(residual) / numbers();
        residual.muli(2.0 / numbers());
        evaluation.pullback().apply(cotangent);
        return loss;
    }

    /** Its numbers as an objective, with a loss that calls {@link #gradient}. */
    WeightLoss objective(LongToDoubleFunction loss) {
        return new WeightLoss(parameters, program, loss);
    }

    /**
     * What the network makes of images once it is trained: batch normalisation by the running statistics.
     *
     * @param batch {@code [N,H,W,3]}
     * @return fresh, {@code [N,H,W,3]}; numbers may be above 1
     */
    public float[] reconstruct(float[] batch) {
        HostMemory.write(batch, input);
        return HostMemory.toFloats(program.trained(AS_IT_STANDS).layer(output));
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
}
