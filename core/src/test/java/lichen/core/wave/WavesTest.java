package lichen.core.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class WavesTest {
    private static final double ROUNDING = 1e-9;
    private static final double[] PLANE = plane("plane");

    @Test
    void isTheSumThatItsDefinitionSays() {
        double[] power = Waves.of(7, 5, PLANE).power();

        for (int k = 0; k < 5; k++) {
            for (int l = 0; l < 7; l++) {
                double real = 0;
                double imaginary = 0;
                for (int i = 0; i < 35; i++) {
                    double angle = -2 * Math.PI * (k * (i / 7) / 5.0 + l * (i % 7) / 7.0);
                    real += PLANE[i] * Math.cos(angle);
                    imaginary += PLANE[i] * Math.sin(angle);
                }
                assertThat(power[k * 7 + l]).isCloseTo(real * real + imaginary * imaginary, within(ROUNDING));
            }
        }
    }

    @Test
    void givesThePlaneBackAndTurnsItAround() {
        double[] half = new double[35];
        Arrays.fill(half, Math.PI);

        assertThat(Waves.of(7, 5, PLANE).values()).containsExactly(PLANE, within(ROUNDING));
        assertThat(Waves.of(7, 5, PLANE).turned(half).values()[17]).isCloseTo(-PLANE[17], within(ROUNDING));
    }

    @Test
    void correlatesAsTheSumOverAllShifts() {
        double[] other = plane("other");
        double[] correlation =
                Waves.of(7, 5, PLANE).timesConjugate(Waves.of(7, 5, other)).values();
        double sum = 0;
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                sum += PLANE[(y + 1) % 5 * 7 + (x + 2) % 7] * other[y * 7 + x];
            }
        }

        assertThat(correlation[9]).isCloseTo(sum, within(ROUNDING));
    }

    private static double[] plane(String name) {
        return new RandomStreams(5).stream(name).doubles(35).toArray();
    }
}
