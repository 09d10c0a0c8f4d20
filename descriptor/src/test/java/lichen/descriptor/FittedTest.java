package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.feature.MapShape;
import lichen.core.image.Offset;
import org.junit.jupiter.api.Test;

/** Maps that a descriptor cannot measure are refused by their shapes, before anything is computed: the target's and the image's. */
class FittedTest {
    private static final MapShape LARGE = new MapShape(32, 32, 3);
    private static final MapShape SMALL = new MapShape(9, 8, 3);

    @Test
    void autocorrelationNeedsMapsLargerThanItsReach() {
        assertRefuses(
                new Autocorrelation(8, true),
                "reach must be less than the extents of the feature maps, but is 8 for 8 x 9");
        assertTakes(new Autocorrelation(7, true));
    }

    @Test
    void slicedWassersteinNeedsMapsThatHoldItsPatches() {
        assertRefuses(new SlicedWasserstein(0, 9, 64, 1), "patch must fit into the feature maps, but is 9 for 8 x 9");
        assertTakes(new SlicedWasserstein(0, 8, 64, 1));
    }

    @Test
    void gramNeedsMapsLongerThanItsShifts() {
        assertRefuses(
                new Gram(false, List.of(new Offset(8, 0)), false, false),
                "shifts must be shorter than the feature maps, but [8, 0] is not for 8 x 9");
        assertTakes(new Gram(false, List.of(new Offset(7, -8)), true, false));
    }

    @Test
    void gramAcrossLayersNeedsOneOfThemFinerBothWays() {
        Map<String, MapShape> layers = new LinkedHashMap<>();
        layers.put("a", LARGE);
        layers.put("b", new MapShape(16, 40, 3));
        assertThatThrownBy(() -> new Gram(false, List.of(), false, true).fitted(layers, layers))
                .hasMessageContaining("one is finer in both directions, but they are 32 x 32 and 40 x 16");
    }

    @Test
    void portillaSimoncelliNeedsMapsThatCanBeHalvedSoOften() {
        assertRefuses(
                new PortillaSimoncelli(4, 4, 7),
                "scales must be fewer than 4 for maps of 8 x 9: each halves the sides");
        assertTakes(new PortillaSimoncelli(3, 4, 7));
    }

    @Test
    void spectrumNeedsMapsThatHoldAWave() {
        Map<String, MapShape> line = Map.of("a", new MapShape(1, 4, 3));
        assertThatThrownBy(() -> new Spectrum(64).fitted(line, line))
                .hasMessageContaining("window needs feature maps of at least 2 x 2, but they are 4 x 1");
        assertTakes(new Spectrum(64));
    }

    @Test
    void theOthersMeasureAnyMaps() {
        assertTakes(new Gap());
        assertTakes(new Covariance());
        assertTakes(new Moments(3));
        assertTakes(new Histogram(4096));
    }

    private static void assertRefuses(Descriptor descriptor, String message) {
        assertThatThrownBy(() -> descriptor.fitted(Map.of("a", LARGE), Map.of("a", SMALL)))
                .hasMessage(message);
        assertThatThrownBy(() -> descriptor.fitted(Map.of("a", SMALL), Map.of("a", LARGE)))
                .hasMessage(message);
    }

    private static void assertTakes(Descriptor descriptor) {
        assertThat(descriptor.fitted(Map.of("a", LARGE), Map.of("a", SMALL))).isNotNull();
    }
}
