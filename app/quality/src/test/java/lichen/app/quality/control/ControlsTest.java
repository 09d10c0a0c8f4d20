package lichen.app.quality.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lichen.app.quality.Reference;
import lichen.app.quality.SampleTexture;
import lichen.app.quality.plane.PeriodicPart;
import lichen.app.quality.plane.Plane;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControlsTest {
    private static final Reference REFERENCE =
            Reference.of(SampleTexture.photograph(), Optional.of(new Crop(10, 20, 100, 96)));

    static Stream<String> names() {
        return Controls.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void haveTheTargetsSizeAreTheSameForTheSameSeedAndLieWithinZeroAndOne(String name) {
        Reference reference = Reference.of(SampleTexture.photograph(), Optional.of(new Crop(0, 0, 96, 90)));
        Image image = make(name, reference);

        assertThat(image.width()).isEqualTo(96);
        assertThat(image.height()).isEqualTo(90);
        assertThat(image.toArray()).containsExactly(make(name, reference).toArray());
        for (float value : image.toArray()) {
            assertThat(value).isBetween(0f, 1f);
        }
    }

    @Test
    void giveAnotherCropOnlyWhereThereIsRoom() {
        assertThat(Controls.all().get("another-crop")).isNotNull();
        assertThat(AnotherCrop.make(REFERENCE, new RandomStreams(1).stream("control")))
                .isEmpty();
        assertThat(AnotherCrop.make(
                        Reference.of(SampleTexture.photograph(), Optional.of(new Crop(0, 0, 64, 64))),
                        new RandomStreams(1).stream("control")))
                .isPresent();
    }

    @Test
    void mirrorLeftAndRight() {
        assertThat(make("mirrored", REFERENCE).at(0, 7, 1))
                .isEqualTo(REFERENCE.target().at(99, 7, 1));
    }

    @Test
    void shuffleTilesThatStayWhole() {
        Image even = SampleTexture.photograph().crop(new Crop(0, 0, 96, 96));
        Image shuffled = make("shuffled-tiles", Reference.of(even, Optional.empty()));
        float[] sorted = even.toArray();
        float[] sortedToo = shuffled.toArray();
        Arrays.sort(sorted);
        Arrays.sort(sortedToo);

        assertThat(sortedToo).containsExactly(sorted);
    }

    @Test
    void keepTheMeanAndSpectrumInRandomPhase() {
        // Contrast is lowered so that nothing is cut off.
        float[] pale = REFERENCE.target().toArray();
        for (int i = 0; i < pale.length; i++) {
            pale[i] = 0.4f + pale[i] / 10;
        }
        Image target = Image.of(100, 96, pale);

        Image noise = make("random-phase", Reference.of(target, Optional.empty()));

        double[] wanted = PeriodicPart.of(Plane.channel(target, 0)).waves().power();
        double[] found = Plane.channel(noise, 0).waves().power();
        for (int i = 0; i < wanted.length; i += 101) {
            assertThat(found[i]).isCloseTo(wanted[i], within(1e-3 + wanted[i] * 1e-3));
        }
        assertThat(noise.meanColour()).containsExactly(target.meanColour(), within(1e-4));
    }

    @Test
    void blurAnEvenImageIntoItself() {
        Image even = SampleTexture.even(16, 0.25f);

        assertThat(Blur.gaussian(even, 1).toArray()).containsOnly(new float[] {0.25f}, within(1e-6f));
    }

    private static Image make(String name, Reference reference) {
        return Objects.requireNonNull(Controls.all().get(name))
                .make(reference, new RandomStreams(1).stream("control"))
                .orElseThrow();
    }
}
