package lichen.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Descriptor;
import lichen.descriptor.Gap;
import lichen.descriptor.Gram;
import lichen.descriptor.SquaredError;
import lichen.model.spec.Wavelets;
import lichen.synthesis.objective.Frame;
import lichen.synthesis.objective.ImageObjective;
import lichen.synthesis.objective.LayerDistance;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.ObjectiveRounds;
import lichen.synthesis.objective.SignatureMatch;
import lichen.synthesis.objective.Sources;
import lichen.synthesis.objective.WeightedSum;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A large image is seen in bands, a sum of two halves of the same loss is not: both must be the same. */
class LargeImageTest {
    /** As few pixels as a large image can have. */
    private static final Size SIZE = new Size(1024, 512);

    private static final Size SMALL = new Size(64, 96);

    @BeforeAll
    static void startBackend() {
        Backend.start(BackendChoice.CPU, false);
    }

    @ParameterizedTest
    @EnumSource(
            value = Border.class,
            names = {"CIRCULAR", "REFLECT"})
    void hasTheLossAndTheGradientOfTheWholeInFarLessMemory(Border border) throws IOException {
        SignatureMatch match = match(new Gram(false, List.of(), false, true), true);
        double[] pixels = pixels(2);
        double[] ofBands = new double[pixels.length];
        double[] ofAll = new double[pixels.length];
        try (TensorScope bands = new TensorScope();
                TensorScope all = new TensorScope()) {
            ObjectiveRounds inBands = rounds(match, SIZE, border, bands);
            ObjectiveRounds whole = rounds(halves(match), SIZE, border, all);

            double lossOfBands = inBands.at(0).at(pixels, ofBands);
            double lossOfAll = whole.at(0).at(pixels, ofAll);

            assertThat(lossOfBands).isCloseTo(lossOfAll, within(1e-5 * lossOfAll));
            assertThat(distance(ofBands, ofAll)).isLessThan(1e-4);
            assertThat(bands.bytes()).isLessThan(all.bytes() / 2);
            List<LayerDistance> distances = inBands.distances(pixels);
            List<LayerDistance> expected = whole.distances(pixels);
            for (int i = 0; i < distances.size(); i++) {
                assertThat(distances.get(i).layer()).isEqualTo(expected.get(i).layer());
                assertThat(distances.get(i).relative())
                        .isCloseTo(expected.get(i).relative(), within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Border.class,
            names = {"CIRCULAR", "ZERO"})
    void hasItForStatisticsWhoseGradientIsTheSameAtEveryPixelAndASmallPhotograph(Border border) throws IOException {
        SignatureMatch match = match(new Gap(), false);
        double[] pixels = pixels(2);
        double[] ofBands = new double[pixels.length];
        double[] ofAll = new double[pixels.length];
        try (TensorScope scope = new TensorScope()) {
            ImageObjective inBands = rounds(match, SMALL, border, scope).at(0);
            ImageObjective whole = rounds(halves(match), SMALL, border, scope).at(0);

            double loss = whole.at(pixels, ofAll);
            assertThat(inBands.at(pixels, ofBands)).isCloseTo(loss, within(1e-5 * loss));
            assertThat(distance(ofBands, ofAll)).isLessThan(1e-4);
        }
    }

    private static SignatureMatch match(Descriptor descriptor, boolean scaleChannels) {
        return new SignatureMatch(
                List.of("wavelets-0", "wavelets-1", "wavelets-2"),
                descriptor,
                new SquaredError(Map.of(), true),
                1,
                scaleChannels);
    }

    private static Loss halves(SignatureMatch match) {
        return new WeightedSum(List.of(new WeightedSum.Weighted(0.5, match), new WeightedSum.Weighted(0.5, match)));
    }

    private static ObjectiveRounds rounds(Loss loss, Size seen, Border border, TensorScope scope) throws IOException {
        FeatureNetwork network = new Wavelets(3, 2, 2).open(new SplittableRandom(1));
        float[] numbers = new float[3 * seen.width() * seen.height()];
        double[] pixels = pixels(1);
        IntStream.range(0, numbers.length).forEach(i -> numbers[i] = (float) (0.2 + 0.5 * pixels[i]));
        Image photograph = Image.of(seen.width(), seen.height(), numbers);
        return ObjectiveRounds.of(loss, Sources.of(network, photograph), new Frame(SIZE, border), scope);
    }

    private static double[] pixels(long seed) {
        return new SplittableRandom(seed)
                .doubles(3L * SIZE.width() * SIZE.height())
                .toArray();
    }

    /** |a - b| / |b|. */
    private static double distance(double[] a, double[] b) {
        double square = 0;
        double size = 0;
        for (int i = 0; i < a.length; i++) {
            square += (a[i] - b[i]) * (a[i] - b[i]);
            size += b[i] * b[i];
        }
        return Math.sqrt(square / size);
    }
}
