package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import lichen.app.quality.Gauge;
import lichen.app.quality.Kind;
import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.ImageSource;
import org.junit.jupiter.api.Test;

/** What every measure must do. To test one of your own, extend this class and return it from {@link #measure}. */
public abstract class MeasureContract {
    private static final double ROUNDING = 1e-6;

    /** The measure to be tested. */
    protected abstract Measure measure();

    /** Where pictures come from that the measure looks at beside the photograph: most look at none. */
    protected ImageSource pictures() {
        return (picture, size) -> {
            throw new IOException(picture.image() + ": nobody asked for pictures");
        };
    }

    /** Whether it sees that an image is blurred: false for those that look at something else. */
    protected boolean seesBlur() {
        return measure().kind() == Kind.QUALITY;
    }

    @Test
    void givesZeroForThePhotographItselfWhereItMeasuresADistance() {
        assumeThat(measure().kind()).isIn(Kind.QUALITY, Kind.DIVERSITY);

        assertThat(between(SampleTexture.part(0), SampleTexture.part(0))).isCloseTo(0, within(ROUNDING));
    }

    @Test
    void tellsAnotherPartOfThePhotographFromTheSame() {
        assumeThat(measure().kind()).isIn(Kind.QUALITY, Kind.DIVERSITY);

        assertThat(between(SampleTexture.part(1), SampleTexture.part(0))).isGreaterThan(0);
    }

    @Test
    void findsABlurredImageWorseThanAnotherPartOfThePhotograph() {
        assumeThat(seesBlur()).as("it looks at something else than detail").isTrue();
        Image target = SampleTexture.part(4);
        double another = (between(SampleTexture.part(0), target) + between(SampleTexture.part(8), target)) / 2;

        assertThat(between(SampleTexture.blurred(target), target)).isGreaterThan(another);
    }

    @Test
    void isTheSameForTheSameImages() {
        assertThat(between(SampleTexture.part(2), SampleTexture.part(3)))
                .isEqualTo(between(SampleTexture.part(2), SampleTexture.part(3)));
    }

    @Test
    void isFiniteForImagesOfOneColour() {
        Image grey = SampleTexture.even(64, 0.5f);
        List<Image> images = List.of(grey, SampleTexture.even(64, 0), SampleTexture.part(0));

        for (Image image : images) {
            assertThat(between(image, grey)).as("photograph even").isFinite();
            assertThat(between(grey, image)).as("image even").isFinite();
        }
    }

    @Test
    void takesImagesOfOtherSizesThanThePhotographsAndOfTheSmallestSide() throws IOException {
        Image photograph = SampleTexture.photograph();
        int side = leastSide();
        Image small = photograph.crop(new Crop(7, 5, side, side));

        assertThat(between(photograph.crop(new Crop(3, 9, 71, side + 1)), SampleTexture.part(4)))
                .isFinite();
        assertThat(between(small, small)).isFinite();
        assertThat(between(small, SampleTexture.part(0))).isFinite();
    }

    private int leastSide() throws IOException {
        try (Gauge gauge = measure().open(pictures())) {
            return gauge.leastSide();
        }
    }

    /** Opens the measure, measures and closes it. */
    protected final double between(Image image, Image photograph) {
        try (Gauge gauge = measure().open(pictures())) {
            return gauge.measure(image, photograph);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The same for another measure. */
    protected static double between(Measure measure, Image image, Image photograph) {
        try (Gauge gauge = measure.open()) {
            return gauge.measure(image, photograph);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
