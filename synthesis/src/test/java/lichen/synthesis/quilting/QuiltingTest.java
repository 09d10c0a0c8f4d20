package lichen.synthesis.quilting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class QuiltingTest {
    private static final Quilting FREE = new Quilting(8, 3, 0.1, false);
    private static final Quilting TILE = new Quilting(8, 3, 0.1, true);

    @Test
    void makesImagesOfAnySizeOutOfThePhotographsPixels() {
        Image photograph = Noise.image(20, 17, 1);
        for (Size size : new Size[] {new Size(3, 5), new Size(8, 8), new Size(31, 22)}) {
            Image quilt = quilt(FREE, photograph, size, 1);
            assertThat(new Size(quilt.width(), quilt.height())).isEqualTo(size);
            assertIsOf(photograph, quilt);
        }
        assertIsOf(photograph, quilt(TILE, photograph, new Size(9, 26), 1));
    }

    @Test
    void dependsOnTheSeedAlone() {
        Image photograph = Noise.image(20, 17, 1);
        Size size = new Size(24, 24);
        assertThat(quilt(FREE, photograph, size, 5).toArray())
                .isEqualTo(quilt(FREE, photograph, size, 5).toArray())
                .isNotEqualTo(quilt(FREE, photograph, size, 6).toArray());
    }

    @Test
    void goesOnWithAPatternWithoutASeam() {
        Image stripes = stripes(24, 24, 6);
        Image quilt = quilt(FREE, stripes, new Size(40, 40), 2);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x + 6 < 40; x++) {
                assertThat(quilt.at(x + 6, y, 0)).isEqualTo(quilt.at(x, y, 0));
                assertThat(quilt.at(x, 0, 0)).isEqualTo(quilt.at(x, y, 0));
            }
        }
    }

    @Test
    void tilesAPatternAcrossItsBorders() {
        Image quilt = quilt(TILE, stripes(24, 24, 6), new Size(30, 16), 2);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 30; x++) {
                assertThat(quilt.at((x + 6) % 30, y, 0)).isEqualTo(quilt.at(x, y, 0));
            }
        }
    }

    @Test
    void doesNotSimplyGoOnWithThePhotograph() {
        Image photograph = Noise.image(40, 40, 1);
        Image quilt = quilt(FREE, photograph, new Size(26, 8), 3);
        for (int y = 0; y <= 32; y++) {
            for (int x = 0; x <= 14; x++) {
                assertThat(isAt(photograph, quilt, x, y)).isFalse();
            }
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Quilting(8, 5, 0.1, false))
                .hasMessage("overlap must be at most 4, half of the block, but is 5");
        assertThatThrownBy(() -> quilt(FREE, Noise.image(9, 7, 1), new Size(20, 20), 1))
                .hasMessage("block must be at most 7, the shorter side of the photograph of 9 x 7 pixels, but is 8");
        assertThatThrownBy(() -> quilt(TILE, Noise.image(9, 9, 1), new Size(20, 6), 1))
                .hasMessageContaining("an image that tiles of 20 x 6 pixels");
    }

    private static Image quilt(Quilting quilting, Image photograph, Size size, long seed) {
        return quilting.quilt(photograph, size, new RandomStreams(seed).stream("quilt"));
    }

    private static Image stripes(int width, int height, int period) {
        float[] rgb = new float[width * height * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (float) (i / Image.CHANNELS % width % period) / period;
        }
        return Image.of(width, height, rgb);
    }

    private static boolean isAt(Image photograph, Image part, int x, int y) {
        for (int row = 0; row < part.height(); row++) {
            for (int column = 0; column < part.width(); column++) {
                if (part.at(column, row, 0) != photograph.at(x + column, y + row, 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void assertIsOf(Image photograph, Image quilt) {
        for (int y = 0; y < quilt.height(); y++) {
            for (int x = 0; x < quilt.width(); x++) {
                assertThat(contains(photograph, quilt.at(x, y, 0))).isTrue();
            }
        }
    }

    private static boolean contains(Image photograph, float red) {
        for (int y = 0; y < photograph.height(); y++) {
            for (int x = 0; x < photograph.width(); x++) {
                if (photograph.at(x, y, 0) == red) {
                    return true;
                }
            }
        }
        return false;
    }
}
