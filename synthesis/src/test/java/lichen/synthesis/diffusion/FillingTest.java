package lichen.synthesis.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class FillingTest {
    private static final PatchDiffusion METHOD = new PatchDiffusion(7, 6, 1, 1.5, false);

    @Test
    void goesOnWithTheStripesAcrossTheHoleAndLeavesAllElseToTheLastBit() {
        Image photograph = Pattern.stripes(48, 8);
        Hole hole = hole(48, 18, 14, 12);
        Image filled = fill(blackened(photograph, hole), hole);

        double wrong = 0;
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 48; x++) {
                if (hole.isAt(x, y)) {
                    wrong += Math.abs(filled.at(x, y, 0) - photograph.at(x, y, 0)) / hole.pixels();
                } else {
                    assertThat(filled.at(x, y, 0)).isEqualTo(photograph.at(x, y, 0));
                }
            }
        }
        assertThat(wrong).as("mean difference from the stripes").isLessThan(0.05);
    }

    @Test
    void goesOnBeyondTheBorder() {
        Image photograph = Pattern.stripes(32, 8);
        Size size = new Size(32, 48);
        Hole around = Hole.around(new Crop(0, 8, 32, 32), size);
        float[] canvas = new float[32 * 48 * 3];
        System.arraycopy(photograph.toArray(), 0, canvas, 8 * 32 * 3, 32 * 32 * 3);
        Image made = fill(Image.of(32, 48, canvas), around);

        assertThat(made.crop(new Crop(0, 8, 32, 32)).toArray()).isEqualTo(photograph.toArray());
        double wrong = 0;
        for (int x = 0; x < 32; x++) {
            wrong += Math.abs(made.at(x, 3, 0) - photograph.at(x, 0, 0)) / 32;
        }
        assertThat(wrong).as("mean difference from the stripes").isLessThan(0.15);
    }

    @Test
    void takesNoPatchThatTouchesTheHole() {
        Hole hole = hole(32, 10, 10, 9);
        Exemplar exemplar = Exemplar.of(Pattern.chequers(32, 4), new PatchDiffusion(7, 4, 1, 2, true));
        exemplar.close(hole);
        List<Integer> places = Arrays.stream(exemplar.places(0)).boxed().toList();
        assertThat(places).isNotEmpty().allMatch(place -> {
            int x = exemplar.plane(place) == 0 ? exemplar.x(place) : 32 - 7 - exemplar.x(place);
            return x + 7 <= 10 || x >= 19 || exemplar.y(place) + 7 <= 10 || exemplar.y(place) >= 19;
        });
        assertThat(places.stream().map(exemplar::plane).distinct()).containsExactly(0, 1);
    }

    @Test
    void dependsOnNothingThatIsInTheHole() {
        Image photograph = Pattern.dots(32, 9, 2);
        Hole hole = hole(32, 12, 12, 8);
        assertThat(fill(photograph, hole).toArray())
                .isEqualTo(fill(blackened(photograph, hole), hole).toArray());
    }

    @Test
    void refusesAHoleThatIsNotThereAndOneThatLeavesNothing() {
        Image photograph = Pattern.chequers(32, 4);
        assertThatThrownBy(() -> fill(photograph, hole(32, 0, 0, 0)))
                .hasMessage("mask must show a hole, but shows none: there is nothing to fill");
        assertThatThrownBy(() -> fill(photograph, hole(32, 3, 3, 26)))
                .hasMessage(
                        "mask must leave a patch of 7 x 7 pixels whole to fill the hole with, but leaves none: make the"
                                + " hole or the patch smaller");
    }

    private static Image fill(Image photograph, Hole hole) {
        return METHOD.begin(photograph, hole, new RandomStreams(1).stream("noise"))
                .finished();
    }

    private static Hole hole(int side, int x, int y, int width) {
        float[] mask = new float[side * side * Image.CHANNELS];
        for (int i = 0; i < mask.length; i++) {
            int column = i / Image.CHANNELS % side - x;
            int row = i / Image.CHANNELS / side - y;
            mask[i] = column >= 0 && column < width && row >= 0 && row < width ? 1 : 0;
        }
        return Hole.of(Image.of(side, side, mask));
    }

    private static Image blackened(Image image, Hole hole) {
        float[] rgb = image.toArray();
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / Image.CHANNELS;
            rgb[i] = hole.isAt(pixel % image.width(), pixel / image.width()) ? 0 : rgb[i];
        }
        return Image.of(image.width(), image.height(), rgb);
    }
}
