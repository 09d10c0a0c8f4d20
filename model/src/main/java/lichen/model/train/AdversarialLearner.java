package lichen.model.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Size;
import lichen.core.loop.LoopState;
import lichen.core.loop.Player;
import lichen.core.optimizer.Optimizer;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.NativeMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.graph.Graph;
import lichen.model.program.Compiler;
import lichen.model.program.Parameters;
import lichen.model.program.Program;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Teaches a generator against a {@link Critic}, as two players of a loop, who take turns: with D the critic's scores, x patches, G(z)
 * what is made of noise, means over images and places,
 *
 * <pre>the critic     (1 - e) log(1 + exp(-D(x))) + e log(1 + exp(D(x))) + log(1 + exp(D(G(z))))
 * the generator  log(1 + exp(-D(G(z))))</pre>
 *
 * <p>with e = 0.1, so that the critic is never sure. Patches and noise of a turn depend on the random numbers and its number
 * alone, so that a training that goes on repeats it. Source: Goodfellow et al., "Generative adversarial nets" (2014), section 3, the
 * loss of the generator that does not saturate; Salimans et al., "Improved techniques for training GANs" (2016), section 3.4.
 */
public final class AdversarialLearner {
    /** The names of the players. */
    public static final String CRITIC = "critic";

    /** As {@link #CRITIC}. */
    public static final String GENERATOR = "generator";

    private static final FeatureMaps AS_IT_STANDS = new FeatureMaps(Map.of());
    private static final double DOUBT = 0.1;

    private final Generator maker;
    private final RandomStreams streams;
    private final StepImages images;
    private final Parameters generator;
    private final Parameters critic;
    private final Generation making;
    private final Program telling;
    private final Program teaching;
    private final INDArray verdicts;
    private final float[] patches;
    private final double[] sum;

    /**
     * Learning that has not begun.
     *
     * @param judge the critic, who begins anew
     * @param streams random numbers, for the critic's weights and for noise
     * @param images what is seen
     * @param scope owner of all arrays
     * @throws lichen.core.check.InvalidValueException if there are no images of the size, or the memory for arrays does not suffice
     */
    public AdversarialLearner(
            Generator maker,
            Critic judge,
            GeneratorLearner.Batch batch,
            RandomStreams streams,
            StepImages images,
            TensorScope scope) {
        this.maker = maker;
        this.streams = streams;
        this.images = images;
        Graph telltale = judge.graph(streams.stream(CRITIC));
        this.generator = parameters(maker.graph(), scope);
        this.critic = parameters(telltale, scope);
        this.making = Generation.learningPatches(maker, generator, batch.images(), batch.size(), scope);
        List<String> scores = List.of(Critic.SCORES);
        NativeMemory.require(
                2 * compiler(telltale, batch).bytes(scores),
                "Telling batches of " + batch.images() + " images of "
                        + batch.size().width() + " x " + batch.size().height());
        this.telling = compiler(telltale, batch).learning(critic).compile(scores, scope);
        this.teaching = compiler(telltale, batch)
                .reading(critic)
                .gradientOf(Architecture.IMAGE)
                .compile(scores, scope);
        this.verdicts = scope.array(
                telling.at(AS_IT_STANDS).value().layer(Critic.SCORES).shape());
        this.patches =
                new float[Math.toIntExact(telling.input(Architecture.IMAGE).length())];
        this.sum = new double[critic.point().length];
    }

    private static Parameters parameters(Graph graph, TensorScope scope) {
        return Parameters.of(graph, GeneratorLearner.idle(graph)::contains, scope);
    }

    private static Compiler compiler(Graph graph, GeneratorLearner.Batch batch) {
        return Compiler.of(graph).batch(batch.images()).size(Architecture.IMAGE, batch.size());
    }

    /** The two, in the order of their turns. */
    public List<Player> players(Optimizer ofCritic, Optimizer ofGenerator) {
        return List.of(
                new Player(CRITIC, ofCritic, new WeightLoss(critic, telling, this::tell)),
                new Player(GENERATOR, ofGenerator, new WeightLoss(generator, making.program(), this::deceive)));
    }

    /** Where both begin. */
    public LoopState start() {
        Map<String, double[]> points = new LinkedHashMap<>();
        points.put(CRITIC, critic.point());
        points.put(GENERATOR, generator.point());
        return LoopState.at(points);
    }

    /** Gives the generator other numbers, which it keeps until its next step. */
    public void end(double[] point) {
        generator.set(point);
    }

    /** The generator as it is now, as it will be used; its arrays are copies. */
    public Graph graph() {
        return generator.graph().trained();
    }

    /** The generator at work with the numbers as they are at any time. */
    public Generation generation(int count, Size size, TensorScope scope) {
        return Generation.following(maker, generator, count, size, scope);
    }

    /** The gradients of both halves are added up: statistics of a batch are those of photographs, or of images that were made. */
    private double tell(long turn) {
        images.draw(turn, patches);
        HostMemory.write(patches, telling.input(Architecture.IMAGE));
        double loss = judged(1 - DOUBT, DOUBT);
        HostMemory.read(critic.gradients(), sum);
        making.draw(streams.part("for the critic"), turn * making.images());
        telling.input(Architecture.IMAGE).assign(making.make().value());
        loss += judged(0, 1);
        double[] ofMade = HostMemory.toDoubles(critic.gradients());
        for (int i = 0; i < sum.length; i++) {
            ofMade[i] += sum[i];
        }
        HostMemory.write(ofMade, critic.gradients());
        return loss;
    }

    private double judged(double ofPhotograph, double ofMade) {
        Evaluation<FeatureMaps, FeatureMaps> judged = telling.at(AS_IT_STANDS);
        double loss = score(judged.value().layer(Critic.SCORES), ofPhotograph, ofMade);
        judged.pullback().apply(new FeatureMaps(Map.of(Critic.SCORES, verdicts)));
        return loss;
    }

    private double deceive(long turn) {
        making.draw(streams.part("for the generator"), turn * making.images());
        Evaluation<FeatureMaps, INDArray> made = making.make();
        Evaluation<FeatureMaps, FeatureMaps> judged =
                teaching.at(new FeatureMaps(Map.of(Architecture.IMAGE, made.value())));
        double loss = score(judged.value().layer(Critic.SCORES), 1, 0);
        FeatureMaps slopes = judged.pullback().apply(new FeatureMaps(Map.of(Critic.SCORES, verdicts)));
        made.pullback().apply(slopes.layer(Architecture.IMAGE));
        return loss;
    }

    /** The mean loss of scores, so much of them to be high, so much to be low; its gradient goes into the verdicts. */
    private double score(INDArray scores, double high, double low) {
        double[] numbers = HostMemory.toDoubles(scores);
        double loss = 0;
        for (int i = 0; i < numbers.length; i++) {
            double score = numbers[i];
            loss += (high * softplus(-score) + low * softplus(score)) / numbers.length;
            numbers[i] = (low / (1 + Math.exp(-score)) - high / (1 + Math.exp(score))) / numbers.length;
        }
        HostMemory.write(numbers, verdicts);
        return loss;
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
