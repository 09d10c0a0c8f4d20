package lichen.synthesis.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.synthesis.diffusion.Pattern;
import org.junit.jupiter.api.Test;

class FillingTest {
    private static final Filling METHOD = new Filling(7, 0.1);

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
    void leavesNoSeamAboutAHoleAsWideAsTwoObjects() {
        Image photograph = stones(64);
        Hole hole = hole(64, 20, 20, 24);
        Image filled = new Filling(11, 0.1)
                .begin(blackened(photograph, hole), hole, new RandomStreams(1).stream("noise"))
                .finished();

        assertThat(stepsAcross(filled, hole)).as("steps across the border").isLessThan(1.2);
        assertThat(stepsInside(filled, hole)).as("steps inside the hole").isGreaterThan(0.8);
    }

    @Test
    void keepsTheColoursOfThePiecesFarFromWhatIsKnown() {
        Image photograph = stones(40);
        Size size = new Size(120, 120);
        Hole around = Hole.around(new Crop(0, 0, 40, 40), size);
        float[] canvas = new float[120 * 120 * Image.CHANNELS];
        for (int row = 0; row < 40; row++) {
            System.arraycopy(photograph.toArray(), row * 120, canvas, row * 360, 120);
        }
        Image made = new Filling(11, 0.1)
                .begin(Image.of(120, 120, canvas), around, new RandomStreams(1).stream("noise"))
                .finished();

        for (Crop corner : List.of(new Crop(80, 0, 40, 40), new Crop(80, 80, 40, 40), new Crop(0, 80, 40, 40))) {
            assertThat(made.crop(corner).meanColour()[0]).isCloseTo(photograph.meanColour()[0], within(0.12));
        }
    }

    @Test
    void laysThePiecesOfALargePhotographOutAtASmallerSize() {
        Image photograph = Resize.fit(Pattern.stripes(32, 8), new Size(640, 640));
        Hole hole = hole(640, 250, 250, 60);
        Fill fill = METHOD.begin(blackened(photograph, hole), hole, new RandomStreams(1).stream("noise"));

        assertThat(fill.steps()).isLessThan(hole.pixels());
        Image filled = fill.finished();
        double wrong = 0;
        for (int y = 250; y < 310; y++) {
            for (int x = 250; x < 310; x++) {
                wrong += Math.abs(filled.at(x, y, 0) - photograph.at(x, y, 0)) / hole.pixels();
            }
        }
        assertThat(wrong).as("mean difference from the stripes").isLessThan(0.1);
        assertThat(filled.at(249, 280, 0)).isEqualTo(photograph.at(249, 280, 0));
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

    /** Discs of many colours on a dark ground. */
    private static Image stones(int side) {
        RandomGenerator random = new RandomStreams(5).stream("stones");
        float[] rgb = new float[side * side * Image.CHANNELS];
        for (int stone = 0; stone < 100; stone++) {
            int x = random.nextInt(side);
            int y = random.nextInt(side);
            int radius = random.nextInt(4, 7);
            float shade = 0.3f + 0.7f * random.nextFloat();
            for (int i = 0; i < rgb.length; i++) {
                int right = i / Image.CHANNELS % side - x;
                int down = i / Image.CHANNELS / side - y;
                int distance = right * right + down * down;
                if (distance <= radius * radius) {
                    rgb[i] = distance > (radius - 1) * (radius - 1) ? 0.1f : shade;
                }
            }
        }
        return Image.of(side, side, rgb);
    }

    private static double stepsAcross(Image image, Hole hole) {
        return steps(image, hole, true, false) / steps(image, hole, false, false);
    }

    private static double stepsInside(Image image, Hole hole) {
        return steps(image, hole, true, true) / steps(image, hole, false, false);
    }

    private static double steps(Image image, Hole hole, boolean left, boolean right) {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x + 1 < image.width(); x++) {
                boolean own = hole.isAt(x, y);
                boolean next = hole.isAt(x + 1, y);
                if (own == left && next == right || own == right && next == left) {
                    sum += Math.abs(image.at(x, y, 0) - image.at(x + 1, y, 0));
                    count++;
                }
            }
        }
        return sum / count;
    }
}
