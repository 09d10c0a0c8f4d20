package lichen.app.quality.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class AutocorrelationsTest {
    private static final double ROUNDING = 1e-9;

    @Test
    void correlatesAPlaneWithItselfOverThePixelsThatOverlap() {
        double[] values = new RandomStreams(5).stream("plane").doubles(35).toArray();
        Plane plane = Plane.of(7, 5, values);
        Autocorrelations correlations = Autocorrelations.of(plane, 2);
        Plane centred = plane.centred();
        double sum = 0;
        for (int y = 1; y < 5; y++) {
            for (int x = 0; x < 5; x++) {
                sum += centred.at(x, y) * centred.at(x + 2, y - 1);
            }
        }

        assertThat(correlations.at(2, -1)).isCloseTo(sum / 20 / centred.meanSquare(), within(ROUNDING));
        assertThat(correlations.at(0, 0)).isEqualTo(1);
        assertThat(correlations.at(-2, 1)).isCloseTo(correlations.at(2, -1), within(ROUNDING));
    }
}
