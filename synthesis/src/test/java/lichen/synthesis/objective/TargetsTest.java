package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.MapShape;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Terms that mean pictures and networks of their own. */
class TargetsTest {
    private static final Size SIZE = new Size(4, 4);
    private static final Picture GREY = Picture.of(new FileReference("grey.png"));
    private static final Picture WHITE = Picture.of(new FileReference("white.png"));
    private static final NetworkSpec OTHER = new Named("other");

    private final TensorScope scope = new TensorScope();
    private final List<String> passes = new ArrayList<>();

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void compareTheImageWithThePictureThatATermMeans() throws IOException {
        double[] gradient = new double[48];

        double loss = objective(new Content("image", GREY, Optional.empty())).at(new double[48], gradient);

        assertThat(loss).isCloseTo(0.25, within(1e-7));
        assertThat(gradient[0]).isCloseTo(2 * -0.5 / 48, within(1e-7));
    }

    @Test
    void compareWithSeveralPicturesAtOnce() throws IOException {
        Loss both = new WeightedSum(List.of(
                new WeightedSum.Weighted(1, new Content("image", GREY, Optional.empty())),
                new WeightedSum.Weighted(2, new Content("twice", WHITE, Optional.empty()))));
        double[] gradient = new double[48];

        double loss = objective(both).at(new double[48], gradient);

        assertThat(loss).isCloseTo(0.25 + 2 * 4, within(1e-6));
        assertThat(gradient[7]).isCloseTo((2 * -0.5 + 2 * 2 * 2 * -2.0) / 48, within(1e-6));
    }

    @Test
    void shareOnePassWhereTermsLookThroughTheSameNetwork() throws IOException {
        Loss three = new WeightedSum(List.of(
                new WeightedSum.Weighted(1, new Content("image", GREY, Optional.empty())),
                new WeightedSum.Weighted(1, new Content("twice", GREY, Optional.empty())),
                new WeightedSum.Weighted(1, new Content("wide", WHITE, Optional.of(OTHER)))));

        double loss = objective(three).at(new double[48], new double[48]);

        assertThat(loss).isCloseTo(0.25 + 1 + 1, within(1e-6));
        assertThat(passes)
                .containsExactly(
                        "own [image, twice]", "other [wide]", // the pictures
                        "own [image, twice]", "other [wide]"); // the image
    }

    @Test
    void addUpTheGradientsOfAllNetworks() throws IOException {
        Loss both = new WeightedSum(List.of(
                new WeightedSum.Weighted(1, new Content("image", GREY, Optional.empty())),
                new WeightedSum.Weighted(3, new Content("wide", WHITE, Optional.of(OTHER)))));
        ImageObjective objective = objective(both);
        double[] gradient = new double[48];
        double[] point = new double[48];
        Arrays.fill(point, 0.25);

        assertThat(objective.at(point, gradient)).isCloseTo(0.0625 + 3 * 0.5625, within(1e-6));
        assertThat(gradient[3]).isCloseTo((2 * -0.25 + 3 * 2 * -0.75) / 48, within(1e-6));
    }

    @Test
    void failWhereAPictureIsNotThere() {
        Picture missing = Picture.of(new FileReference("missing.png"));

        assertThatThrownBy(() -> objective(new Content("image", missing, Optional.empty())))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("missing.png");
    }

    private ImageObjective objective(Loss loss) throws IOException {
        return ObjectiveRounds.of(loss, new Shelf(), new Frame(SIZE, Border.NETWORK), scope)
                .at(0);
    }

    /** The mean squared difference from a picture at a layer. */
    private record Content(String layer, Picture picture, Optional<NetworkSpec> network) implements LossTerm {
        @Override
        public List<String> layers(Architecture architecture) {
            return List.of(layer);
        }

        @Override
        public Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) throws IOException {
            INDArray wanted =
                    scope.copyOf(targets.overlay(picture, List.of(layer)).layer(layer));
            return maps -> {
                INDArray difference = maps.layer(layer).sub(wanted);
                double loss = difference.mul(difference).meanNumber().doubleValue();
                return new Evaluation<>(
                        loss,
                        cotangent ->
                                new FeatureMaps(Map.of(layer, difference.mul(2 * cotangent / difference.length()))));
            };
        }
    }

    /** A network that is known by its name. */
    private record Named(String name) implements NetworkSpec {
        @Override
        public FeatureNetwork open(RandomGenerator random) {
            return new LinearNetwork();
        }
    }

    /** Pictures of one colour, and two networks. */
    private final class Shelf implements Sources {
        @Override
        public FeatureNetwork network(Optional<NetworkSpec> network) {
            return new Noted(network.isEmpty() ? "own" : ((Named) network.get()).name(), passes);
        }

        @Override
        public Image photograph() {
            return Image.of(2, 2, new float[12]);
        }

        @Override
        public Image photograph(Picture picture) throws IOException {
            return overlay(picture, new Size(2, 2));
        }

        @Override
        public Image overlay(Picture picture, Size extents) throws IOException {
            if (!picture.equals(GREY) && !picture.equals(WHITE)) {
                throw new FileNotFoundException(picture.image() + ": no such file");
            }
            float[] rgb = new float[extents.width() * extents.height() * Image.CHANNELS];
            Arrays.fill(rgb, picture.equals(GREY) ? 0.5f : 1);
            return Image.of(extents.width(), extents.height(), rgb);
        }
    }

    /** A network that notes what programs are made of it. */
    private record Noted(String name, List<String> passes) implements FeatureNetwork {
        @Override
        public Architecture architecture() {
            return new LinearNetwork().architecture();
        }

        @Override
        public Map<String, MapShape> shapes(Size size, Border border, Collection<String> taps) {
            return new LinearNetwork().shapes(size, border, taps);
        }

        @Override
        public Differentiable<INDArray, FeatureMaps> compile(
                Size size, Border border, Collection<String> taps, TensorScope owner) {
            passes.add(name + " " + taps);
            return new LinearNetwork().compile(size, border, taps, owner);
        }
    }
}
