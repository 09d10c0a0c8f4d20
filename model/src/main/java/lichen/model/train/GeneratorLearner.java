package lichen.model.train;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
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
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.BatchNormalize;
import lichen.model.operation.InstanceNormalize;
import lichen.model.operation.ScaleShift;
import lichen.model.program.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Teaches a generator to make images that a {@link Lesson} is content with: its loss is the mean over the images of a batch, each of
 * noise of its own, and what is asked of them together. The noise of step t depends on the random numbers and t alone, so that
 * a training that goes on repeats it. What is asked of an image is not known here.
 */
public final class GeneratorLearner {
    private final Parameters parameters;
    private final Generation generation;
    private final RandomStreams streams;
    private final Lesson lesson;
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
     * @param lesson what is asked of images
     * @param scope owner of all arrays
     * @throws lichen.core.check.InvalidValueException if the generator has no images of the size, or the memory for arrays
     *     does not suffice
     */
    public GeneratorLearner(Generator generator, Batch batch, RandomStreams streams, Lesson lesson, TensorScope scope) {
        Set<String> idle = idle(generator.graph());
        this.parameters = Parameters.of(generator.graph(), idle::contains, scope);
        this.generation = Generation.learning(generator, parameters, batch.images(), batch.size(), scope);
        this.streams = streams;
        this.lesson = lesson;
        this.loss = new WeightLoss(parameters, generation.program(), this::gradient);
        int each = batch.size().width() * batch.size().height() * Image.CHANNELS;
        this.images = new float[batch.images() * each];
        this.gradient = new float[images.length];
        this.pixels = new double[each];
        this.slopes = new double[each];
        this.cotangent = scope.array(generation.make().value().shape());
    }

    /**
     * What is not learned: biases that a normalisation takes away again, which would wander about without an effect, and the scaling of
     * what the network is given.
     */
    static Set<String> idle(Graph graph) {
        Set<String> given = graph.inputs().stream().map(Input::name).collect(Collectors.toSet());
        Set<String> idle = new HashSet<>();
        for (Node node : graph.nodes()) {
            String read = node.inputs().get(0);
            if (node.operation() instanceof InstanceNormalize || node.operation() instanceof BatchNormalize) {
                idle.add(read + "/bias");
            }
            if (node.operation() instanceof ScaleShift && given.contains(read)) {
                idle.add(node.number("scale"));
                idle.add(node.number("shift"));
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
        lesson.prepare(step, generation);
        generation.draw(streams, step * generation.images());
        Evaluation<FeatureMaps, INDArray> made = generation.make();
        HostMemory.read(made.value(), images);
        double sum = 0;
        for (int i = 0; i < generation.images(); i++) {
            sum += judge(lesson.asked(step, i), i);
        }
        double value = sum + lesson.together(step, images, gradient);
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
