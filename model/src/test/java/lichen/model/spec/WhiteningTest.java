package lichen.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.model.operation.Convolve;
import org.junit.jupiter.api.Test;

class WhiteningTest {
    /** Covariance of red, green and blue: V diag(0.2175, 0.0188, 0.0045) V', written out to four digits. */
    private static final double[][] COVARIANCE = {
        {0.0805, 0.0702, 0.0634}, {0.0702, 0.0764, 0.0722}, {0.0634, 0.0722, 0.0840}
    };

    private final Convolve whitening = Whitening.convolution();

    @Test
    void makesColoursUncorrelated() {
        // Of two pixels of the same place, whatever the kernel: K S K' is a multiple of the identity.
        double[][] kernel = new double[3][3];
        for (int o = 0; o < 3; o++) {
            for (int i = 0; i < 3; i++) {
                kernel[o][i] = weight(o, 4, 4, i);
            }
        }
        double[][] covariance = product(product(kernel, COVARIANCE), transposed(kernel));
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                double expected = a == b ? covariance[0][0] : 0;
                assertThat(covariance[a][b]).isCloseTo(expected, within(0.05 * covariance[0][0]));
            }
        }
    }

    @Test
    void amplifiesInProportionToTheFrequency() {
        double unit = gain(0.25, 0) / 0.25;

        // The cut after four pixels leaves waves: within a tenth down to wavelengths of 8 pixels.
        for (double frequency : new double[] {0.125, 0.2, 0.3, 0.4, 0.5}) {
            assertThat(gain(frequency, 0)).isCloseTo(unit * frequency, within(0.1 * unit * frequency));
            assertThat(gain(0, frequency)).isCloseTo(gain(frequency, 0), within(1e-6));
        }
        assertThat(gain(0.3, 0.4)).isCloseTo(unit * 0.5, within(0.1 * unit * 0.5));
        assertThat(gain(0, 0)).isBetween(0.02 * unit, 0.06 * unit);
    }

    /** The response of green to a grating of green, in cycles per pixel. */
    private double gain(double down, double right) {
        double sum = 0;
        for (int y = 0; y < 9; y++) {
            for (int x = 0; x < 9; x++) {
                sum += weight(1, y, x, 1) * Math.cos(2 * Math.PI * (down * (y - 4) + right * (x - 4)));
            }
        }
        return sum;
    }

    private double weight(int output, int y, int x, int input) {
        return whitening.weights().values()[((output * 9 + y) * 9 + x) * 3 + input];
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[3][3];
        for (int i = 0; i < 27; i++) {
            c[i / 9][i % 3] += a[i / 9][i / 3 % 3] * b[i / 3 % 3][i % 3];
        }
        return c;
    }

    private static double[][] transposed(double[][] a) {
        double[][] t = new double[3][3];
        for (int i = 0; i < 9; i++) {
            t[i % 3][i / 3] = a[i / 3][i % 3];
        }
        return t;
    }
}
