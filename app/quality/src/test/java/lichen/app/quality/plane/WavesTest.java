package lichen.app.quality.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class WavesTest {
    private static final double ROUNDING = 1e-9;
    private static final Plane PLANE = plane(7, 5);

    @Test
    void isTheSumThatItsDefinitionSays() {
        double[] power = Waves.of(PLANE).power();

        for (int k = 0; k < 5; k++) {
            for (int l = 0; l < 7; l++) {
                double real = 0;
                double imaginary = 0;
                for (int i = 0; i < 35; i++) {
                    double angle = -2 * Math.PI * (k * (i / 7) / 5.0 + l * (i % 7) / 7.0);
                    real += PLANE.at(i % 7, i / 7) * Math.cos(angle);
                    imaginary += PLANE.at(i % 7, i / 7) * Math.sin(angle);
                }
                assertThat(power[k * 7 + l]).isCloseTo(real * real + imaginary * imaginary, within(ROUNDING));
            }
        }
    }

    @Test
    void givesThePlaneBackAndTurnsItAround() {
        double[] half = new double[35];
        Arrays.fill(half, Math.PI);

        assertThat(Waves.of(PLANE).plane().toArray()).containsExactly(PLANE.toArray(), within(ROUNDING));
        assertThat(Waves.of(PLANE).turned(half).plane().at(3, 2)).isCloseTo(-PLANE.at(3, 2), within(ROUNDING));
    }

    @Test
    void correlatesAsTheSumOverAllShifts() {
        Plane other = plane(7, 5).centred();
        Plane correlation = Waves.of(PLANE).timesConjugate(Waves.of(other)).plane();
        double sum = 0;
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                sum += PLANE.at((x + 2) % 7, (y + 1) % 5) * other.at(x, y);
            }
        }

        assertThat(correlation.at(2, 1)).isCloseTo(sum, within(ROUNDING));
    }

    @Test
    void leavesNoStepAcrossTheBorderOfAPeriodicPart() {
        double[] ramp = new double[64 * 48];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i % 64 / 63.0;
        }

        Plane periodic = PeriodicPart.of(Plane.of(64, 48, ramp));

        assertThat(periodic.mean()).isCloseTo(0.5, within(ROUNDING));
        assertThat(Math.abs(periodic.at(63, 10) - periodic.at(0, 10))).isLessThan(0.1);
    }

    @Test
    void correlatesAPlaneWithItselfOverThePixelsThatOverlap() {
        Autocorrelations correlations = Autocorrelations.of(PLANE, 2);
        Plane centred = PLANE.centred();
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

    private static Plane plane(int width, int height) {
        RandomGenerator random = new RandomStreams(5).stream("plane");
        double[] values = new double[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble();
        }
        return Plane.of(width, height, values);
    }
}
