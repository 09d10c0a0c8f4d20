package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lichen.core.check.InvalidValueException;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Autocorrelation;
import lichen.descriptor.Euclidean;
import lichen.descriptor.Gap;
import lichen.descriptor.PortillaSimoncelli;
import lichen.descriptor.Spectrum;
import lichen.descriptor.SquaredError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class ObjectiveRoundsTest {
    private static final Image TARGET = Image.of(2, 2, new float[12]);
    private static final Size SIZE = new Size(4, 4);

    private final TensorScope scope = new TensorScope();
    private final Watched network = new Watched(new ArrayList<>());

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void readThePhotographMirroredWhereTheImageBeginsAgain() {
        rounds(new TotalVariation(2), Border.CIRCULAR);

        assertThat(network.programs).containsExactly("2 x 2 REFLECT", "4 x 4 CIRCULAR");
    }

    @Test
    void readThePhotographAsTheImageOtherwise() {
        rounds(new TotalVariation(2), Border.ZERO);

        assertThat(network.programs).containsExactly("2 x 2 ZERO", "4 x 4 ZERO");
    }

    @Test
    void bindATermAgainOnlyWhereItDiffersBetweenRounds() {
        ObjectiveRounds still = rounds(new TotalVariation(2), Border.NETWORK);
        assertThat(still.at(1)).isSameAs(still.at(0));

        network.programs.clear();
        ObjectiveRounds changing = rounds(new RoundNumber(0), Border.NETWORK);
        double[] point = new double[SIZE.width() * SIZE.height() * Image.CHANNELS];
        for (int round = 0; round < 3; round++) {
            assertThat(changing.at(round).at(point, point.clone())).isEqualTo(round);
        }

        assertThat(network.programs)
                .containsExactly("2 x 2 NETWORK", "4 x 4 NETWORK", "2 x 2 NETWORK", "2 x 2 NETWORK");
    }

    @Test
    void tellAllTermsOfASumTheRound() {
        WeightedSum sum = new WeightedSum(List.of(
                new WeightedSum.Weighted(1, new RoundNumber(0)), new WeightedSum.Weighted(1, new RoundNumber(0))));
        double[] point = new double[SIZE.width() * SIZE.height() * Image.CHANNELS];

        assertThat(rounds(sum, Border.NETWORK).at(5).at(point, point.clone())).isEqualTo(10);
    }

    /** The image, 4 x 4, is smaller than the window of 64, and larger than the photograph. */
    @Test
    void compareAnImageWithAPhotographOfAnotherSizeByTheirSpectra() {
        LossTerm spectra = new SignatureMatch(List.of("image"), new Spectrum(64), new SquaredError(Map.of(), false));
        double[] point = new double[SIZE.width() * SIZE.height() * Image.CHANNELS];

        assertThat(rounds(spectra, Border.NETWORK).at(0).at(point, point.clone()))
                .isZero();
    }

    @Test
    void refuseATermThatFitsThePhotographOnlyBeforeAnythingIsComputed() {
        LossTerm far = new SignatureMatch(List.of("image"), new Autocorrelation(2, true), new Euclidean());
        LossTerm sum = new WeightedSum(
                List.of(new WeightedSum.Weighted(1, new TotalVariation(1)), new WeightedSum.Weighted(1, far)));

        assertThatThrownBy(() -> rounds(sum, Border.NETWORK))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("terms[1].term.descriptor.reach must be less than the extents of the feature maps, but is 2"
                        + " for 2 x 2");
        assertThat(network.programs).isEmpty();
    }

    @Test
    void readLayersOfManyChannelsBesideATermThatTakesFew() {
        LossTerm pixels = new SignatureMatch(List.of("image"), new PortillaSimoncelli(1, 2, 1), new Euclidean());
        LossTerm sum = new WeightedSum(List.of(
                new WeightedSum.Weighted(1, new SignatureMatch(List.of("deep"), new Gap(), new Euclidean())),
                new WeightedSum.Weighted(1, pixels)));
        Map<String, MapShape> shapes = Map.of("image", new MapShape(8, 8, 3), "deep", new MapShape(8, 8, 64));
        Architecture architecture = new Architecture(List.of(
                new Layer("image", Layer.Kind.IMAGE, 3, 1, 1, 0),
                new Layer("deep", Layer.Kind.CONVOLUTION, 64, 1, 3, 1)));

        assertThat(sum.fitted(architecture, shapes, shapes)).isEqualTo(sum);
    }

    private ObjectiveRounds rounds(LossTerm term, Border border) {
        return ObjectiveRounds.of(term, network, TARGET, new Frame(SIZE, border), scope);
    }

    /** A loss that is the number of the round. */
    private record RoundNumber(int round) implements LossTerm {
        @Override
        public List<String> layers(Architecture architecture) {
            return List.of(Architecture.IMAGE);
        }

        @Override
        public Differentiable<FeatureMaps, Double> bind(
                Architecture architecture, FeatureMaps target, TensorScope scope) {
            return maps -> new Evaluation<>((double) round, cotangent -> new FeatureMaps(Map.of()));
        }

        @Override
        public LossTerm inRound(int wanted) {
            return new RoundNumber(wanted);
        }
    }

    /** A network that notes what programs are made of it. */
    private record Watched(List<String> programs) implements FeatureNetwork {
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
            programs.add(size + " " + border);
            return new LinearNetwork().compile(size, border, taps, owner);
        }
    }
}
