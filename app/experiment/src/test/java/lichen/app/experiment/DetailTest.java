package lichen.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import org.junit.jupiter.api.Test;

class DetailTest {
    private final Image fine = noise(40);
    private final Image coarse = Resize.fit(fine, new Size(20, 20));

    @Test
    void leavesTheFinerImageAsItIsWhereNothingWasAdded() {
        Image carried = new Detail(coarse, fine).carried(coarse, detail -> Resize.fit(detail, fine.size()));

        assertThat(carried.toArray()).containsExactly(fine.toArray(), within(1e-6f));
    }

    @Test
    void addsWhatWasAddedOrTakenAway() {
        float[] changed = coarse.toArray();
        for (int i = 0; i < changed.length; i++) {
            changed[i] += i % 3 == 0 ? 0.25f : -0.125f;
        }

        Image carried =
                new Detail(coarse, fine).carried(Image.of(20, 20, changed), detail -> Resize.fit(detail, fine.size()));

        float[] made = carried.toArray();
        float[] before = fine.toArray();
        for (int i = 0; i < made.length; i++) {
            assertThat(made[i] - before[i]).isCloseTo(i % 3 == 0 ? 0.25f : -0.125f, within(1e-5f));
        }
    }

    private static Image noise(int side) {
        SplittableRandom random = new SplittableRandom(3);
        float[] rgb = new float[side * side * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = 0.3f + 0.4f * (float) random.nextDouble();
        }
        return Image.of(side, side, rgb);
    }
}
