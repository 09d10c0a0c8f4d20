package lichen.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.loop.StopRule;
import lichen.core.npy.NdArray;
import lichen.core.optimizer.Lbfgs;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Gram;
import lichen.descriptor.SquaredError;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.operation.Sigmoid;
import lichen.model.operation.Tanh;
import lichen.model.operation.Upsample;
import lichen.model.program.Compiler;
import lichen.model.program.Program;
import lichen.model.spec.ImageItself;
import lichen.synthesis.objective.Frame;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.MappedObjective;
import lichen.synthesis.objective.ObjectiveRounds;
import lichen.synthesis.objective.SignatureMatch;
import lichen.synthesis.objective.Sources;
import lichen.synthesis.parameterization.CoordinateContext;
import lichen.synthesis.parameterization.Coordinates;
import lichen.synthesis.parameterization.Parameterization;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The third paradigm: an image as a by-product of optimising the latent of a generator, by the loop that optimises pixels. */
class GeneratorTest {
    private static final Size SIZE = new Size(16, 16);

    @Test
    void itsLatentIsOptimisedUntilADescriptorMatches() throws Exception {
        try (TensorScope scope = new TensorScope()) {
            CoordinateContext context = new CoordinateContext(new SplittableRandom(1), scope);
            Coordinates latent = new Generator(decoder(new Random(5))).open(SIZE, context);
            Image target = latent.image(new Random(6).doubles(4 * 4 * 3, -2, 2).toArray());
            Loss gram = new SignatureMatch(List.of("image"), new Gram(), new SquaredError(Map.of(), false), 2, false);
            Sources sources = Sources.of(new ImageItself().open(new RandomStreams(1).stream("network")), target);
            MappedObjective objective = new MappedObjective(
                    latent.map(),
                    ObjectiveRounds.of(gram, sources, new Frame(SIZE, Border.NETWORK), scope)
                            .at(0));
            double[] start = latent.begin(target);
            double before = objective.at(start, new double[start.length]);

            Minimum minimum = new Loop(StopRule.afterEvaluations(60), step -> {})
                    .run(Lbfgs.withHistory(8), objective, LoopState.at(start));

            assertThat(minimum.point()).hasSize(4 * 4 * 3);
            assertThat(minimum.loss()).isLessThan(0.01 * before);
        }
    }

    /** Noise of three channels, enlarged twice: 4 x 4 makes 16 x 16. */
    private static Graph decoder(Random random) {
        return new Graph(
                List.of(new Input("latent", 3, Optional.empty())),
                List.of(
                        new Node("up1", new Upsample(2), "latent"),
                        new Node("conv1", convolve(3, 8, random), "up1"),
                        new Node("tanh", new Tanh(), "conv1"),
                        new Node("up2", new Upsample(2), "tanh"),
                        new Node("conv2", convolve(8, 3, random), "up2"),
                        new Node("image", new Sigmoid(), "conv2")));
    }

    private static Convolve convolve(int inputs, int outputs, Random random) {
        float[] weights = new float[outputs * 9 * inputs];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (random.nextGaussian() / Math.sqrt(9.0 * inputs));
        }
        return new Convolve(
                new Convolution(3, 3, 1, Convolution.Padding.SAME),
                NdArray.of(weights, outputs, 3, 3, inputs),
                NdArray.of(new float[outputs], outputs),
                false);
    }

    /** All that a latent through a generator takes. */
    private record Generator(Graph graph) implements Parameterization {
        @Override
        public Coordinates open(Size size, CoordinateContext context) {
            Size ofLatent = new Size(size.width() / 4, size.height() / 4);
            Program program = Compiler.of(graph)
                    .size("latent", ofLatent)
                    .gradientOf("latent")
                    .compile(List.of("image"), context.scope());
            double[] start = new double[3 * ofLatent.width() * ofLatent.height()];
            Arrays.setAll(start, i -> context.random().nextGaussian());
            return new Latent(size, program, start);
        }
    }

    private record Latent(Size size, Program program, double[] start) implements Coordinates {
        @Override
        public Differentiable<double[], double[]> map() {
            INDArray latent = program.input("latent");
            return point -> {
                HostMemory.write(point, latent);
                Evaluation<FeatureMaps, FeatureMaps> made = program.at(new FeatureMaps(Map.of()));
                double[] pixels = HostMemory.toDoubles(made.value().layer("image"));
                return new Evaluation<>(pixels, slopes -> {
                    try (TensorScope scope = new TensorScope()) {
                        INDArray cotangent = scope.array(1, size.height(), size.width(), Image.CHANNELS);
                        HostMemory.write(slopes, cotangent);
                        return HostMemory.toDoubles(made.pullback()
                                .apply(new FeatureMaps(Map.of("image", cotangent)))
                                .layer("latent"));
                    }
                });
            };
        }

        @Override
        public double[] begin(Image image) {
            return start.clone();
        }

        @Override
        public double[] following(double[] point, Coordinates finer, UnaryOperator<Image> refined) {
            return point.clone();
        }
    }
}
