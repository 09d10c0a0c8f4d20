package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Image IMAGE = Studio.noise(5, 5, 1);

    @Test
    void turnsToTheRight() {
        Image turned = new Turn(1, false).apply(IMAGE);
        // The upper left corner goes to the upper right.
        assertThat(turned.at(4, 0, 1)).isEqualTo(IMAGE.at(0, 0, 1));
        assertThat(turned.at(4, 1, 1)).isEqualTo(IMAGE.at(1, 0, 1));
    }

    @Test
    void mirrorsLeftAndRight() {
        Image mirrored = new Turn(0, true).apply(IMAGE);
        assertThat(mirrored.at(4, 1, 2)).isEqualTo(IMAGE.at(0, 1, 2));
    }

    @Test
    void mirrorsBeforeItTurns() {
        Image mirrored = new Turn(0, true).apply(IMAGE);
        for (int quarters = 0; quarters < 4; quarters++) {
            assertThat(new Turn(quarters, true).apply(IMAGE).toArray())
                    .isEqualTo(new Turn(quarters, false).apply(mirrored).toArray());
        }
    }

    @Test
    void comesBackAfterFourQuarters() {
        Image turned = IMAGE;
        for (int i = 0; i < 4; i++) {
            turned = new Turn(1, false).apply(turned);
            assertThat(turned.toArray())
                    .isEqualTo(new Turn((i + 1) % 4, false).apply(IMAGE).toArray());
        }
    }

    @Test
    void knowsEightWaysThatAllDiffer() {
        List<List<Float>> seen = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<Float> values = new ArrayList<>();
            for (float value : new Turn(i % 4, i >= 4).apply(IMAGE).toArray()) {
                values.add(value);
            }
            seen.add(values);
        }
        assertThat(seen).doesNotHaveDuplicates();
    }
}
