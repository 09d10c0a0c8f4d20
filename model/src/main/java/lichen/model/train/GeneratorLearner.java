package lichen.model.train;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.optimizer.Objective;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.BatchNormalize;
import lichen.model.operation.InstanceNormalize;
import lichen.model.program.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Teaches a generator to make images that an objective is content with: its loss is the mean over the images of a batch, each of
 * noise of its own, and a term for their {@link PairwiseDiversity}. The noise of step t depends on the random numbers and t alone, so that
 * a training that goes on repeats it. What the objective asks of an image is not known here.
 */
public final class GeneratorLearner {
    private final Parameters parameters;
    private final Generation generation;
    private final RandomStreams streams;
    private final IntFunction<Objective> asked;
    private final PairwiseDiversity diversity;
    private final WeightLoss loss;
    private final float[] images;
    private final float[] gradient;
    private final double[] pixels;
    private final double[] slopes;
    private final INDArray cotangent;

    /**
     * How a generator is at work while it learns.
     *
     * @param images how many make a step
     * @param size their size
     */
    public record Batch(int images, Size size) {}

    /**
     * Learning that has not begun, from the numbers that the generator has.
     *
     * @param streams random numbers for the noise
     * @param asked what is asked of each image at a step, counted from 0: over its pixels, {@code [H][W][3]} flattened
     * @param scope owner of all arrays
     * @throws lichen.core.check.InvalidValueException if the generator has no images of the size, or the memory for arrays
     *     does not suffice
     */
    public GeneratorLearner(
            Generator generator,
            Batch batch,
            RandomStreams streams,
            IntFunction<Objective> asked,
            PairwiseDiversity diversity,
            TensorScope scope) {
        Set<String> idle = idle(generator.graph());
        this.parameters = Parameters.of(generator.graph(), idle::contains, scope);
        this.generation = Generation.learning(generator, parameters, batch.images(), batch.size(), scope);
        this.streams = streams;
        this.asked = asked;
        this.diversity = diversity;
        this.loss = new WeightLoss(parameters, generation.program(), this::gradient);
        int each = batch.size().width() * batch.size().height() * Image.CHANNELS;
        this.images = new float[batch.images() * each];
        this.gradient = new float[images.length];
        this.pixels = new double[each];
        this.slopes = new double[each];
        this.cotangent = scope.array(generation.make().value().shape());
    }

    /** Biases that a normalisation takes away again: learned, they would wander about without an effect. */
    static Set<String> idle(Graph graph) {
        Set<String> idle = new HashSet<>();
        for (Node node : graph.nodes()) {
            if (node.operation() instanceof InstanceNormalize || node.operation() instanceof BatchNormalize) {
                idle.add(node.inputs().get(0) + "/bias");
            }
        }
        return idle;
    }

    /** The objective over all that is learned. */
    public WeightLoss loss() {
        return loss;
    }

    /** What is learned, as a point to begin at. */
    public double[] start() {
        return parameters.point();
    }

    /** The generator at work with the numbers as they are now. */
    public Generation generation() {
        return generation;
    }

    /** The network as it is now, as it will be used; its arrays are copies. */
    public Graph graph() {
        return parameters.graph().trained();
    }

    private double gradient(long step) {
        generation.draw(streams, step * generation.images());
        Evaluation<FeatureMaps, INDArray> made = generation.make();
        HostMemory.read(made.value(), images);
        Objective objective = asked.apply((int) step);
        double sum = 0;
        for (int i = 0; i < generation.images(); i++) {
            sum += judge(objective, i);
        }
        double value = sum + diversity.add(images, generation.images(), gradient);
        HostMemory.write(gradient, cotangent);
        made.pullback().apply(cotangent);
        return value;
    }

    /** An image's share of the loss; its gradient replaces that of the step before. */
    private double judge(Objective objective, int image) {
        int first = image * pixels.length;
        for (int k = 0; k < pixels.length; k++) {
            pixels[k] = images[first + k];
        }
        double value = objective.at(pixels, slopes);
        for (int k = 0; k < pixels.length; k++) {
            gradient[first + k] = (float) (slopes[k] / generation.images());
        }
        return value / generation.images();
    }
}
