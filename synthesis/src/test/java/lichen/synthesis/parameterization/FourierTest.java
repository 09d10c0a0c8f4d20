package lichen.synthesis.parameterization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FourierTest {
    private static final Size SIZE = new Size(16, 8);
    private static final int PLANE = 16 * 8;

    @Nested
    class AsInPhotographs extends ParameterizationContract {
        @Override
        protected Parameterization parameterization() {
            return new Fourier(1);
        }
    }

    @Nested
    class OfAllWavesAlike extends ParameterizationContract {
        @Override
        protected Parameterization parameterization() {
            return new Fourier(0);
        }
    }

    @Test
    void isMidGreyForParametersOfZero() {
        assertThat(open(new Fourier(1)).map().at(new double[3 * PLANE]).value()).containsOnly(0.5);
    }

    @Test
    void makesALightWaveOfOneParameterOfTheFirstColour() {
        double[] parameters = new double[3 * PLANE];
        parameters[2] = 0.01; // two waves from left to right: 1/8 cycles a pixel
        double[] pixels = open(new Fourier(1)).map().at(parameters).value();

        double red = 0.26 / Math.sqrt(0.26 * 0.26 + 2 * 0.27 * 0.27);
        for (int x = 0; x < 16; x++) {
            double phase = 2 * Math.PI * x / 8;
            double wave = 0.01 * 8 * (Math.cos(phase) + Math.sin(phase)) / Math.sqrt(PLANE) / Math.sqrt(8);
            assertThat(pixels[(3 * 16 + x) * 3]).isCloseTo(1 / (1 + Math.exp(-red * wave)), within(1e-12));
        }
    }

    @Test
    void takesColoursAtTheEndsOfTheirRangeForAlmostThem() {
        float[] rgb = new float[3 * PLANE];
        Arrays.fill(rgb, 0, 100, 1);
        Coordinates fourier = open(new Fourier(1));
        double[] pixels = fourier.map().at(fourier.begin(Image.of(16, 8, rgb))).value();

        for (int i = 0; i < pixels.length; i++) {
            assertThat(pixels[i]).isCloseTo(rgb[i], within(0.5 / 255 + 1e-9));
        }
    }

    private static Coordinates open(Fourier fourier) {
        return fourier.open(SIZE, ParameterizationContract.context(new TensorScope()));
    }

    @Test
    void refusesANegativeDecay() {
        assertThatThrownBy(() -> new Fourier(-1)).hasMessageStartingWith("decay must be");
    }
}
