package lichen.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Test;

class ImageTest {
    private final Image image = Image.of(2, 1, new float[] {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f});

    @Test
    void comesBackFromATensorUnchanged() {
        try (TensorScope scope = new TensorScope()) {
            Image back = Image.of(image.tensor(scope));

            assertThat(back.width()).isEqualTo(2);
            assertThat(back.toArray()).containsExactly(image.toArray());
        }
    }

    @Test
    void isNotChangedThroughItsArrays() {
        image.toArray()[0] = 9;

        assertThat(image.at(0, 0, 0)).isEqualTo(0.1f);
    }

    @Test
    void clampsIntoTheUnitRangeAndDropsNotANumber() {
        Image wild = Image.of(1, 1, new float[] {-3, 1.5f, Float.NaN});

        assertThat(wild.clamp().toArray()).containsExactly(0, 1, 0);
    }

    @Test
    void cutsOutAPart() {
        assertThat(image.crop(new Crop(1, 0, 1, 1)).toArray()).containsExactly(0.4f, 0.5f, 0.6f);
    }

    @Test
    void refusesACropOutsideTheImage() {
        assertThatThrownBy(() -> image.crop(new Crop(1, 0, 2, 1)))
                .hasMessage("crop must lie inside the image of 2 x 1 pixels, but is [1, 0, 2, 1]");
    }

    @Test
    void hasAMeanColour() {
        assertThat(image.meanColour()).containsExactly(new double[] {0.25, 0.35, 0.45}, within(1e-6));
    }
}
