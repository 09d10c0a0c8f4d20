package lichen.app.experiment.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lichen.core.image.Image;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class CropsTest {
    private static final int SIDE = 4;
    private static final Crops CROPS =
            new Crops(List.of(photograph(9, 8, 0.1f), photograph(6, 7, 0.6f)), SIDE, new RandomStreams(3));

    @Test
    void theSameStepSeesTheSameSquaresAndAnotherOneOthers() {
        assertThat(draw(5)).containsExactly(draw(5));
        assertThat(draw(5)).isNotEqualTo(draw(6));
    }

    @Test
    void squaresArePartsOfAllPhotographs() {
        boolean[] seen = new boolean[2];
        for (int step = 0; step < 20; step++) {
            float[] images = draw(step);
            for (int i = 0; i < 2; i++) {
                float first = images[i * SIDE * SIDE * 3];
                int photograph = first < 0.5f ? 0 : 1;
                seen[photograph] = true;
                // the next pixel of a photograph is brighter by a step, the one below by a hundred
                assertThat(images[i * SIDE * SIDE * 3 + 3] - first).isBetween(0.9e-4f, 1.1e-4f);
            }
        }

        assertThat(seen).containsOnly(true);
    }

    @Test
    void examplesAreOfEachPhotographInTurn() {
        assertThat(CROPS.examples(3))
                .extracting(image -> image.toArray()[0] < 0.5f)
                .containsExactly(true, false, true);
    }

    private static float[] draw(int step) {
        float[] images = new float[2 * SIDE * SIDE * 3];
        CROPS.draw(step, images);
        return images;
    }

    private static Image photograph(int width, int height, float base) {
        float[] rgb = new float[width * height * 3];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / 3;
            rgb[i] = base + 1e-4f * (pixel % width) + 1e-2f * (pixel / width);
        }
        return Image.of(width, height, rgb);
    }
}
