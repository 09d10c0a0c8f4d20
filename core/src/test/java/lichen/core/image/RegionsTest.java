package lichen.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RegionsTest {
    private static final MaskColour BLUE = MaskColour.of("#0000ff");
    private static final MaskColour RED = MaskColour.of("ff0000");

    @Test
    void areTheColoursOfAMaskInAscendingOrder() {
        Regions regions = Regions.of(mask(6, 4, 2), "mask");

        assertThat(regions.colours()).containsExactly(BLUE, RED);
        assertThat(regions.at(1, 3)).isEqualTo(1);
        assertThat(regions.at(2, 3)).isZero();
        assertThat(regions.pixels(RED)).isEqualTo(8);
    }

    @Test
    void goAtOtherExtentsByMostOfThePixelsArea() {
        Regions regions = Regions.of(mask(10, 4, 4), "mask");

        Regions halved = regions.fit(new Size(5, 2));
        assertThat(halved.pixels(RED)).isEqualTo(4);
        Regions third = regions.fit(new Size(3, 1));
        assertThat(third.at(0, 0)).as("all of the first third is red").isEqualTo(1);
        assertThat(third.at(1, 0)).as("a fifth of the second is").isZero();
        assertThat(regions.fit(new Size(20, 8)).pixels(RED)).isEqualTo(8 * 8);
        assertThat(regions.fit(new Size(2, 4)).size()).isEqualTo(new Size(2, 4));
    }

    @Test
    void refuseAMaskThatIsAPhotographAndAColourThatIsNotThere() {
        float[] rgb = new float[100 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i / 300f;
        }
        assertThatThrownBy(() -> Regions.of(Image.of(10, 10, rgb), "mask"))
                .hasMessage("mask must have a colour for each region, at most 64 in all, but has more: draw it without"
                        + " smoothed edges, and save it as PNG");
        assertThatThrownBy(() -> Regions.of(mask(6, 4, 2), "mask").require(new MaskColour(0)))
                .hasMessage("colour must be one of the mask's, [#0000ff, #ff0000], but is #000000");
        assertThatThrownBy(() -> MaskColour.of("red"))
                .hasMessage("colour must be six hexadecimal digits, such as #ff8000, but is \"red\"");
    }

    /** Red in its first columns, blue in the others. */
    private static Image mask(int width, int height, int red) {
        float[] rgb = new float[width * height * 3];
        for (int pixel = 0; pixel < width * height; pixel++) {
            rgb[pixel * 3 + (pixel % width < red ? 0 : 2)] = 1;
        }
        return Image.of(width, height, rgb);
    }
}
