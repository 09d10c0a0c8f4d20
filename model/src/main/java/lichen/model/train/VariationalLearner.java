package lichen.model.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Size;
import lichen.core.random.NormalDeviates;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.NativeMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generation;
import lichen.model.graph.Graph;
import lichen.model.program.Compiler;
import lichen.model.program.Parameters;
import lichen.model.program.Program;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Teaches a {@link VariationalGraph}: its loss is the mean over the images of a batch of how unlike their reconstructions are, and the
 * divergence of the latents from those that samples are made of, for each number of an image. Images and noise of step t depend on the
 * random numbers and t alone.
 *
 * <p>Patches do not tile, so that they are mirrored at their borders here; what is learned is used on maps that go round.
 */
public final class VariationalLearner {
    private static final FeatureMaps AS_IT_STANDS = new FeatureMaps(Map.of());

    private final VariationalGraph network;
    private final GeneratorLearner.Batch batch;
    private final RandomStreams streams;
    private final Lesson lesson;
    private final Parameters parameters;
    private final Program program;
    private final String output;
    private final Map<String, INDArray> cotangents = new HashMap<>();
    private final WeightLoss loss;
    private final float[] wanted;
    private Losses last = new Losses(Double.NaN, Double.NaN);

    /**
     * What is to be learned.
     *
     * @param images what is seen
     * @param likeness how reconstructions are compared with it
     * @param divergence what is asked of the latents
     */
    public record Lesson(StepImages images, ImageLoss likeness, LatentDivergence divergence) {}

    /**
     * The parts of the loss, neither weighted.
     *
     * @param reconstruction the mean over images
     * @param divergence likewise, in nats
     */
    public record Losses(double reconstruction, double divergence) {}

    /**
     * Learning that has not begun.
     *
     * @param streams random numbers for the noise
     * @param scope owner of all arrays
     * @throws lichen.core.check.InvalidValueException if the memory for arrays does not suffice
     */
    public VariationalLearner(
            VariationalGraph network,
            GeneratorLearner.Batch batch,
            RandomStreams streams,
            Lesson lesson,
            TensorScope scope) {
        this.network = network;
        this.batch = batch;
        this.streams = streams;
        this.lesson = lesson;
        List<String> outputs = network.outputs();
        this.output = outputs.get(0);
        this.parameters = Parameters.of(network.graph(), GeneratorLearner.idle(network.graph())::contains, scope);
        Compiler compiler = compiler();
        NativeMemory.require(
                compiler.bytes(outputs),
                "Learning from batches of " + batch.images() + " images of "
                        + batch.size().width() + " x " + batch.size().height());
        this.program = compiler.learning(parameters).compile(outputs, scope);
        FeatureMaps made = program.at(AS_IT_STANDS).value();
        outputs.forEach(
                name -> cotangents.put(name, scope.array(made.layer(name).shape())));
        this.loss = new WeightLoss(parameters, program, this::gradient);
        this.wanted = new float[Math.toIntExact(made.layer(output).length())];
    }

    private Compiler compiler() {
        int stride = network.decoder().stride();
        Size maps = new Size(batch.size().width() / stride, batch.size().height() / stride);
        Compiler compiler = Compiler.of(network.graph())
                .batch(batch.images())
                .border(Border.REFLECT)
                .size(Architecture.IMAGE, batch.size());
        network.graph().inputs().stream()
                .filter(input -> input.size().isEmpty() && !input.name().equals(Architecture.IMAGE))
                .forEach(input -> compiler.size(input.name(), maps));
        return compiler;
    }

    /** The objective over all that is learned, of encoder and decoder. */
    public WeightLoss loss() {
        return loss;
    }

    /** The parts of the last loss. */
    public Losses last() {
        return last;
    }

    /** What is learned, as a point to begin at. */
    public double[] start() {
        return parameters.point();
    }

    /** The decoder as it is now, as it will be used; its arrays are copies. */
    public Graph decoder() {
        return network.decoder(parameters.graph().trained());
    }

    /** The decoder at work with the numbers as they are at any time. */
    public Generation decoding(int images, Size size, TensorScope scope) {
        return Generation.following(network.decoder(), parameters, images, size, scope);
    }

    /** What the network makes of a batch of images, from the means of the latents. */
    public float[] reconstruct(float[] images) {
        return HostMemory.toFloats(see(images).layer(output));
    }

    /** The means of the latents of a batch of images, by name. */
    public Map<String, float[]> encode(float[] images) {
        FeatureMaps made = see(images);
        Map<String, float[]> means = new HashMap<>();
        network.latents()
                .forEach(latent -> means.put(latent, HostMemory.toFloats(made.layer(VariationalGraph.mean(latent)))));
        return means;
    }

    /**
     * What the decoder reads of a batch of images while it learns: latents by name, scattered about their means.
     *
     * @param random the stream that they are scattered by
     */
    public Map<String, float[]> scattered(float[] images, RandomGenerator random) {
        FeatureMaps made = see(images);
        Map<String, float[]> latents = new HashMap<>();
        for (String latent : network.latents()) {
            float[] numbers = HostMemory.toFloats(made.layer(VariationalGraph.mean(latent)));
            float[] deviations = HostMemory.toFloats(made.layer(VariationalGraph.deviation(latent)));
            float[] noise = NormalDeviates.deviates(numbers.length, random);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] += deviations[i] * noise[i];
            }
            latents.put(latent, numbers);
        }
        return latents;
    }

    private FeatureMaps see(float[] images) {
        HostMemory.write(images, program.input(Architecture.IMAGE));
        network.latents()
                .forEach(latent -> program.input(VariationalGraph.noise(latent)).assign(0));
        return program.trained(AS_IT_STANDS);
    }

    private double gradient(long step) {
        lesson.images().draw(step, wanted);
        HostMemory.write(wanted, program.input(Architecture.IMAGE));
        network.latents().forEach(latent -> scatter(latent, step));
        Evaluation<FeatureMaps, FeatureMaps> made = program.at(AS_IT_STANDS);
        double unlike = compare(HostMemory.toFloats(made.value().layer(output)));
        double weight = lesson.divergence().weight(step) / (wanted.length / batch.images());
        double nats = 0;
        for (String latent : network.latents()) {
            nats += diverge(latent, made.value(), weight / batch.images());
        }
        last = new Losses(unlike, nats / batch.images());
        made.pullback().apply(new FeatureMaps(cotangents));
        return unlike + weight * nats / batch.images();
    }

    private void scatter(String latent, long step) {
        INDArray noise = program.input(VariationalGraph.noise(latent));
        HostMemory.write(
                NormalDeviates.deviates(
                        Math.toIntExact(noise.length()), streams.stream("step " + step + ", " + latent)),
                noise);
    }

    private double compare(float[] made) {
        int each = made.length / batch.images();
        float[] gradient = new float[made.length];
        double[] slopes = new double[each];
        double sum = 0;
        for (int i = 0; i < batch.images(); i++) {
            sum += lesson.likeness().at(part(made, i, each), part(wanted, i, each), slopes) / batch.images();
            for (int k = 0; k < each; k++) {
                gradient[i * each + k] = (float) (slopes[k] / batch.images());
            }
        }
        HostMemory.write(gradient, cotangent(output));
        return sum;
    }

    private static double[] part(float[] images, int image, int each) {
        double[] part = new double[each];
        for (int k = 0; k < each; k++) {
            part[k] = images[image * each + k];
        }
        return part;
    }

    private double diverge(String latent, FeatureMaps made, double factor) {
        float[] means = HostMemory.toFloats(made.layer(VariationalGraph.mean(latent)));
        float[] deviations = HostMemory.toFloats(made.layer(VariationalGraph.deviation(latent)));
        float[] ofMeans = new float[means.length];
        float[] ofDeviations = new float[means.length];
        lesson.divergence().gradient(means, deviations, factor, ofMeans, ofDeviations);
        HostMemory.write(ofMeans, cotangent(VariationalGraph.mean(latent)));
        HostMemory.write(ofDeviations, cotangent(VariationalGraph.deviation(latent)));
        return lesson.divergence().value(means, deviations);
    }

    private INDArray cotangent(String name) {
        return Objects.requireNonNull(cotangents.get(name));
    }
}
