package lichen.synthesis.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lichen.core.image.Image;
import lichen.core.image.Regions;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class TextureByNumbersTest {
    private static final PatchDiffusion METHOD = new PatchDiffusion(5, 4, 1, 2, false);

    @Test
    void makesEachRegionOfItsOwnPhotograph() {
        Image red = tinted(Pattern.chequers(24, 3), 0);
        Image blue = tinted(Pattern.stripes(30, 6), 2);
        Image made = METHOD.begin(List.of(red, blue), halves(40, 32), new RandomStreams(1).stream("noise"))
                .finished();

        assertThat(made.size()).isEqualTo(new Size(40, 32));
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 40; x++) {
                if (x < 16) {
                    assertThat(made.at(x, y, 2)).as("blue on the left").isLessThan(0.01f);
                } else if (x >= 24) {
                    assertThat(made.at(x, y, 0)).as("red on the right").isLessThan(0.01f);
                }
            }
        }
        assertThat(made.meanColour()[0]).isBetween(0.15, 0.35);
        assertThat(made.meanColour()[2]).isBetween(0.15, 0.35);
    }

    @Test
    void coversItsBordersWithPatchesThatLieInside() {
        QueryGrid grid = new QueryGrid(new Size(23, 17), 5, 2, 1, 0);
        boolean[] covered = new boolean[23 * 17];
        for (int query = 0; query < grid.count(); query++) {
            for (int i = 0; i < 25; i++) {
                covered[(grid.y(query) + i / 5) * 23 + grid.x(query) + i % 5] = true;
            }
        }
        assertThat(covered).doesNotContain(false);
    }

    @Test
    void refusesAnImageSmallerThanAPatch() {
        Image photograph = Pattern.chequers(24, 3);
        assertThatThrownBy(() -> METHOD.begin(
                        List.of(photograph, photograph), halves(40, 4), new RandomStreams(1).stream("noise")))
                .hasMessageContaining("must be at most 4, the shorter side of the image of 40 x 4 pixels");
    }

    /** Black on the left, white on the right. */
    private static Regions halves(int width, int height) {
        float[] mask = new float[width * height * Image.CHANNELS];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i / Image.CHANNELS % width < width / 2 ? 0 : 1;
        }
        return Regions.of(Image.of(width, height, mask), "map");
    }

    private static Image tinted(Image image, int channel) {
        float[] rgb = image.toArray();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i % Image.CHANNELS == channel ? rgb[i] : 0;
        }
        return Image.of(image.width(), image.height(), rgb);
    }
}
