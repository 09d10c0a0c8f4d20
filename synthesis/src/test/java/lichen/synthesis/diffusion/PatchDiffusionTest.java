package lichen.synthesis.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class PatchDiffusionTest {
    private static final PatchDiffusion METHOD = new PatchDiffusion(7, 4, 1, 2, false);

    @Test
    void makesImagesOfAnySize() {
        for (Size size : new Size[] {new Size(5, 3), new Size(32, 32), new Size(41, 22)}) {
            assertThat(diffuse(METHOD, Pattern.chequers(32, 4), size, 1).size()).isEqualTo(size);
        }
    }

    @Test
    void dependsOnTheSeedAlone() {
        Image photograph = Pattern.chequers(32, 5);
        Size size = new Size(24, 24);

        assertThat(diffuse(METHOD, photograph, size, 5).toArray())
                .isEqualTo(diffuse(METHOD, photograph, size, 5).toArray())
                .isNotEqualTo(diffuse(METHOD, photograph, size, 6).toArray());
    }

    @Test
    void turnsNoiseIntoTheStripesOfThePhotographThatGoOnAcrossTheBorders() {
        Image made = diffuse(METHOD, Pattern.stripes(48, 16), new Size(48, 48), 2);

        assertThat(difference(made, 16)).as("from the next stripe").isLessThan(difference(made, 8) / 2);
        assertThat(contrast(made)).as("share of pixels in black or white").isGreaterThan(0.8);
    }

    @Test
    void keepsAsMuchOfBrightAndDarkAsThePhotographHas() {
        Image photograph = Pattern.dots(64, 11, 2);
        Image made = diffuse(METHOD, photograph, new Size(64, 64), 3);

        assertThat(made.meanColour()[0])
                .isBetween(photograph.meanColour()[0] * 0.6, photograph.meanColour()[0] * 1.4);
        assertThat(contrast(made)).isGreaterThan(0.8);
    }

    @Test
    void takesPatchesFromTheMirrorImageToo() {
        PatchDiffusion mirrored = new PatchDiffusion(7, 4, 1, 2, true);
        Image photograph = Pattern.diagonals(32, 8);

        assertThat(diffuse(mirrored, photograph, new Size(32, 32), 1).toArray())
                .isNotEqualTo(diffuse(METHOD, photograph, new Size(32, 32), 1).toArray());
    }

    @Test
    void laysAnotherMapOfThePhotographAsItLaidThePhotograph() {
        Image photograph = Pattern.diagonals(32, 8);
        Diffusion diffusion = METHOD.begin(photograph, new Size(24, 24), new RandomStreams(4).stream("noise"));
        assertThatThrownBy(() -> diffusion.laid(photograph)).isInstanceOf(IllegalStateException.class);
        Image made = diffusion.finished();

        assertThat(diffusion.laid(photograph).toArray()).containsExactly(made.toArray(), within(1e-6f));
    }

    @Test
    void isOneStepAfterTheOther() {
        Diffusion diffusion =
                METHOD.begin(Pattern.chequers(32, 4), new Size(20, 20), new RandomStreams(1).stream("noise"));
        assertThat(diffusion.steps()).isEqualTo(3 * 4);
        while (diffusion.taken() < diffusion.steps()) {
            diffusion.step();
            assertThat(diffusion.image().size()).isEqualTo(new Size(20, 20));
        }

        assertThatThrownBy(diffusion::step).hasMessage("all 12 steps are taken");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new PatchDiffusion(2, 4, 1, 2, false)).hasMessageContaining("patch");
        assertThatThrownBy(() -> new PatchDiffusion(7, 4, 4, 2, false))
                .hasMessage("spacing must be at most 3, half of the patch, but is 4");
        assertThatThrownBy(() -> new PatchDiffusion(7, 4, 1, 1, false)).hasMessageContaining("coarsest");
        assertThatThrownBy(() -> diffuse(METHOD, Pattern.chequers(6, 2), new Size(20, 20), 1))
                .hasMessage("patch must be at most 6, the shorter side of the photograph of 6 x 6 pixels, but is 7");
    }

    /** The mean difference of an image that tiles from itself, some pixels further. */
    private static double difference(Image image, int right) {
        double difference = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int there = (x + right) % image.width();
                difference += Math.abs(image.at(there, (y + 3) % image.height(), 0) - image.at(x, y, 0));
            }
        }
        return difference / (image.width() * image.height());
    }

    private static double contrast(Image image) {
        int clear = 0;
        for (float value : image.toArray()) {
            clear += value < 0.25 || value > 0.75 ? 1 : 0;
        }
        return (double) clear / image.toArray().length;
    }

    private static Image diffuse(PatchDiffusion method, Image photograph, Size size, long seed) {
        return method.diffuse(photograph, size, new RandomStreams(seed).stream("noise"));
    }
}
