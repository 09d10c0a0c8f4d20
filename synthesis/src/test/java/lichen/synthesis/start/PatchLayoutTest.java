package lichen.synthesis.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import lichen.core.image.Image;
import lichen.core.image.Size;
import org.junit.jupiter.api.Test;

class PatchLayoutTest extends StartImageContract {
    @Override
    protected StartImage start() {
        return new PatchLayout(0.66, 11, 6, 1, 2, false, 0.1);
    }

    @Test
    void hasTheTargetsObjectsAtTheTargetsScale() throws Exception {
        Image target = stripes(64, 16);
        Image layout = new PatchLayout(0.5, 7, 4, 1, 2, false, 0)
                .create(new StartContext(new Size(64, 64), target, new SplittableRandom(1), (file, size) -> target));

        double near = 0;
        double half = 0;
        for (int x = 0; x < 64; x++) {
            near += Math.abs(layout.at((x + 16) % 64, 30, 0) - layout.at(x, 30, 0)) / 64;
            half += Math.abs(layout.at((x + 8) % 64, 30, 0) - layout.at(x, 30, 0)) / 64;
        }
        assertThat(near).as("difference from the next stripe").isLessThan(0.2);
        assertThat(half).as("difference from what lies between").isGreaterThan(0.6);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new PatchLayout(0, 11, 6, 1, 2, false, 0)).hasMessageContaining("scale");
        assertThatThrownBy(() -> new PatchLayout(1, 2, 6, 1, 2, false, 0)).hasMessageContaining("patch");
        assertThatThrownBy(() -> new PatchLayout(1, 11, 6, 1, 2, false, 2)).hasMessageContaining("noise");
    }

    private static Image stripes(int side, int period) {
        float[] rgb = new float[side * side * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i / Image.CHANNELS % side % period < period / 2 ? 1 : 0;
        }
        return Image.of(side, side, rgb);
    }
}
