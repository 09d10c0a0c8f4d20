package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import lichen.core.feature.NetworkOutline;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Regions;
import lichen.core.image.Size;
import lichen.core.tensor.HostMemory;
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
    void readThePhotographMirroredWhereTheImageBeginsAgain() throws IOException {
        rounds(new SignatureMatch(List.of("image"), new Gap(), new Euclidean()), Border.CIRCULAR);

        assertThat(network.programs).containsExactly("2 x 2 REFLECT", "4 x 4 CIRCULAR");
    }

    @Test
    void readThePhotographAsTheImageOtherwise() throws IOException {
        rounds(new SignatureMatch(List.of("image"), new Gap(), new Euclidean()), Border.ZERO);

        assertThat(network.programs).containsExactly("2 x 2 ZERO", "4 x 4 ZERO");
    }

    @Test
    void bindATermAgainOnlyWhereItDiffersBetweenRounds() throws IOException {
        Drawing still = new Drawing(0, false, new ArrayList<>());
        ObjectiveRounds rounds = rounds(still, Border.NETWORK);
        rounds.at(1);
        assertThat(still.bound).containsExactly(0);

        Drawing drawing = new Drawing(0, true, new ArrayList<>());
        rounds = rounds(drawing, Border.NETWORK);
        rounds.at(1);
        rounds.at(1);
        assertThat(drawing.bound).containsExactly(0, 1);
    }

    @Test
    void tellHowFarEachLayerIsRelativeToWhatIsWanted() throws IOException {
        SignatureMatch match = new SignatureMatch(List.of("image"), new Gap(), new Euclidean());
        Loss sum = new WeightedSum(
                List.of(new WeightedSum.Weighted(2, new TotalVariation(1)), new WeightedSum.Weighted(3, match)));
        Image grey = Image.of(2, 2, filled(12, 0.5F));
        double[] brighter = new double[48];
        Arrays.fill(brighter, 0.75);

        Frame frame = new Frame(SIZE, Border.NETWORK);
        assertThat(ObjectiveRounds.of(match, Sources.of(network, grey), frame, scope)
                        .distances(brighter))
                .containsExactly(new LayerDistance("", "image", 0.5));
        assertThat(ObjectiveRounds.of(sum, Sources.of(network, grey), frame, scope)
                        .distances(brighter))
                .containsExactly(new LayerDistance("terms[1].term", "image", 0.5));
    }

    private static float[] filled(int count, float value) {
        float[] numbers = new float[count];
        Arrays.fill(numbers, value);
        return numbers;
    }

    @Test
    void lookAtThePhotographOnceForAllRounds() throws IOException {
        ObjectiveRounds changing = rounds(new Drawing(0, true, new ArrayList<>()), Border.NETWORK);
        double[] point = new double[SIZE.width() * SIZE.height() * Image.CHANNELS];
        for (int round = 0; round < 3; round++) {
            assertThat(changing.at(round).at(point, point.clone())).isEqualTo(round);
        }

        assertThat(network.programs).containsExactly("2 x 2 NETWORK", "4 x 4 NETWORK");
    }

    @Test
    void tellAllTermsOfASumTheRound() throws IOException {
        WeightedSum sum = new WeightedSum(List.of(
                new WeightedSum.Weighted(1, new Drawing(0, true, new ArrayList<>())),
                new WeightedSum.Weighted(1, new Drawing(0, true, new ArrayList<>()))));
        double[] point = new double[SIZE.width() * SIZE.height() * Image.CHANNELS];

        assertThat(rounds(sum, Border.NETWORK).at(5).at(point, point.clone())).isEqualTo(10);
    }

    /** The image, 4 x 4, is smaller than the window of 64, and larger than the photograph. */
    @Test
    void compareAnImageWithAPhotographOfAnotherSizeByTheirSpectra() throws IOException {
        LossTerm spectra = new SignatureMatch(List.of("image"), new Spectrum(64), new SquaredError(Map.of(), false));
        double[] point = new double[SIZE.width() * SIZE.height() * Image.CHANNELS];

        assertThat(rounds(spectra, Border.NETWORK).at(0).at(point, point.clone()))
                .isZero();
    }

    @Test
    void refuseATermThatFitsThePhotographOnlyBeforeAnythingIsComputed() throws IOException {
        LossTerm far = new SignatureMatch(List.of("image"), new Autocorrelation(2, true), new Euclidean());
        Loss sum = new WeightedSum(
                List.of(new WeightedSum.Weighted(1, new TotalVariation(1)), new WeightedSum.Weighted(1, far)));

        assertThatThrownBy(() -> rounds(sum, Border.NETWORK))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("terms[1].term.descriptor.reach must be less than the extents of the feature maps, but is 2"
                        + " for 2 x 2");
        assertThat(network.programs).isEmpty();
    }

    @Test
    void readLayersOfManyChannelsBesideATermThatTakesFew() throws IOException {
        LossTerm pixels = new SignatureMatch(List.of("image"), new PortillaSimoncelli(1, 2, 1), new Euclidean());
        Loss sum = new WeightedSum(List.of(
                new WeightedSum.Weighted(1, new SignatureMatch(List.of("deep"), new Gap(), new Euclidean())),
                new WeightedSum.Weighted(1, pixels)));
        Architecture architecture = new Architecture(List.of(
                new Layer("image", Layer.Kind.IMAGE, 3, 1, 1, 0),
                new Layer("deep", Layer.Kind.CONVOLUTION, 64, 1, 3, 1)));
        TargetShapes shapes = new TargetShapes(new Wide(architecture), new Frame(SIZE, Border.NETWORK), new SameSize());

        Sight sight = Sight.of(sum).get(0);

        assertThat(sight.fitted(shapes)).isEqualTo(sight);
    }

    private ObjectiveRounds rounds(Loss loss, Border border) throws IOException {
        return ObjectiveRounds.of(loss, Sources.of(network, TARGET), new Frame(SIZE, border), scope);
    }

    /** A loss that is the number of the round, if it differs between rounds; it notes which were bound. */
    private record Drawing(int round, boolean varies, List<Integer> bound) implements LossTerm {
        @Override
        public List<String> layers(Architecture architecture) {
            return List.of(Architecture.IMAGE);
        }

        @Override
        public Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) throws IOException {
            bound.add(round);
            FeatureMaps photograph = targets.photograph(List.of(Architecture.IMAGE));
            return maps -> {
                assertThat(HostMemory.toFloats(photograph.layer(Architecture.IMAGE)))
                        .containsOnly(0);
                return new Evaluation<>((double) round, cotangent -> new FeatureMaps(Map.of()));
            };
        }

        @Override
        public LossTerm inRound(int wanted) {
            return varies ? new Drawing(wanted, true, bound) : this;
        }
    }

    /** A network of which only the shapes are known: its layers are 8 x 8. */
    private record Wide(Architecture architecture) implements NetworkOutline {
        @Override
        public Map<String, MapShape> shapes(Size size, Border border, Collection<String> taps) {
            Map<String, MapShape> shapes = new LinkedHashMap<>();
            taps.forEach(tap ->
                    shapes.put(tap, new MapShape(8, 8, architecture.layer(tap).channels())));
            return shapes;
        }
    }

    /** A photograph of 8 x 8. */
    private static final class SameSize implements TargetShapes.Extents {
        @Override
        public Size photograph() {
            return new Size(8, 8);
        }

        @Override
        public Size photograph(Picture picture) {
            return photograph();
        }

        @Override
        public Regions regions(Picture mask) {
            throw new IllegalArgumentException("no mask is named");
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
