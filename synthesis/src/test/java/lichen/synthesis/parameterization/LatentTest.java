package lichen.synthesis.parameterization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Border;
import lichen.core.feature.Pyramid;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.Lbfgs;
import lichen.core.optimizer.Objective;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Gram;
import lichen.descriptor.SquaredError;
import lichen.synthesis.objective.Frame;
import lichen.synthesis.objective.LinearNetwork;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.MappedObjective;
import lichen.synthesis.objective.ObjectiveRounds;
import lichen.synthesis.objective.SignatureMatch;
import lichen.synthesis.objective.Sources;
import org.junit.jupiter.api.Test;

/** A latent through a generator: coordinates without a way back from images. */
class LatentTest extends ParameterizationContract {
    private static final int LATENT = 6;

    @Override
    protected Parameterization parameterization() {
        return new Decoder(3);
    }

    @Override
    protected boolean hasInverse() {
        return false;
    }

    @Test
    void keepsTheLatentFromSizeToSize() throws IOException {
        try (TensorScope scope = new TensorScope()) {
            Coordinates coarse = parameterization().open(new Size(4, 4), context(scope));
            Coordinates fine = parameterization().open(new Size(8, 8), context(scope));
            double[] latent = {1, 2, 3, 4, 5, 6};

            assertThat(coarse.following(latent, fine, image -> {
                        throw new AssertionError("no image is needed");
                    }))
                    .containsExactly(latent);
        }
    }

    /** The signature is that of an image which the generator can make: so it is met, by another latent or the same. */
    @Test
    void isOptimisedUntilADescriptorMatches() throws IOException {
        try (TensorScope scope = new TensorScope()) {
            Coordinates coordinates = parameterization().open(new Size(8, 8), context(scope));
            Image target = coordinates.image(new double[] {0.5, -1, 1, 0.3, -0.4, 0.8});
            Loss gram = new SignatureMatch(List.of("image"), new Gram(), new SquaredError(Map.of(), false));
            Sources sources = Sources.of(new Pyramid(new LinearNetwork()), target);
            Frame frame = new Frame(coordinates.size(), Border.NETWORK);
            Objective objective = new MappedObjective(
                    coordinates.map(),
                    ObjectiveRounds.of(gram, sources, frame, scope).at(0));
            double[] start = coordinates.begin(target);
            double before = objective.at(start, new double[LATENT]);

            Minimum minimum = new Loop(StopRule.afterEvaluations(80), step -> {})
                    .run(Lbfgs.withHistory(6), objective, LoopState.at(start));

            assertThat(minimum.point()).hasSize(LATENT);
            assertThat(minimum.loss()).isLessThan(1e-5 * before);
        }
    }

    /**
     * A generator of one layer, drawn by a seed: each pixel a logistic function of waves, whose amplitudes are mixed from the
     * latent.
     */
    record Decoder(long seed) implements Parameterization {
        @Override
        public Coordinates open(Size size, CoordinateContext context) {
            double[] start = new double[LATENT];
            for (int i = 0; i < LATENT; i++) {
                start[i] = context.random().nextGaussian();
            }
            return new Decoded(size, basis(size), start);
        }

        /** For each number of the image, what each number of the latent adds. */
        private double[][] basis(Size size) {
            double[][] basis = new double[size.width() * size.height() * Image.CHANNELS][LATENT];
            SplittableRandom random = new SplittableRandom(seed);
            for (int k = 0; k < LATENT; k++) {
                double across = random.nextInt(4);
                double down = random.nextInt(4);
                List<Double> colour = List.of(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
                for (int i = 0; i < basis.length; i++) {
                    double x = (i / 3 % size.width() + 0.5) / size.width();
                    double y = (i / 3 / size.width() + 0.5) / size.height();
                    basis[i][k] = colour.get(i % 3) * Math.cos(2 * Math.PI * (across * x + down * y));
                }
            }
            return basis;
        }
    }

    private record Decoded(Size size, double[][] basis, double[] start) implements Coordinates {
        @Override
        public Differentiable<double[], double[]> map() {
            return latent -> {
                double[] pixels = new double[basis.length];
                for (int i = 0; i < pixels.length; i++) {
                    double sum = 0;
                    for (int k = 0; k < latent.length; k++) {
                        sum += basis[i][k] * latent[k];
                    }
                    pixels[i] = 1 / (1 + Math.exp(-sum));
                }
                return new Evaluation<>(pixels, slopes -> {
                    double[] gradient = new double[latent.length];
                    for (int i = 0; i < pixels.length; i++) {
                        double inner = slopes[i] * pixels[i] * (1 - pixels[i]);
                        for (int k = 0; k < gradient.length; k++) {
                            gradient[k] += inner * basis[i][k];
                        }
                    }
                    return gradient;
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
