package lichen.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.program.FeatureNetworkContract;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class WaveletsTest extends FeatureNetworkContract {
    private static final int SIDE = 48;

    @Override
    protected FeatureNetwork network() throws IOException {
        return new Wavelets(1, 2, 2).open(new RandomStreams(1).stream("network"));
    }

    @Test
    void aWaveletHasNoMeanAndUnitEnergyOverTwoPhasesAQuarterApart() {
        Morlet morlet = new Morlet(1.6, 0.375 * Math.PI, 9);
        double[] even = morlet.taps(0.3, 0);
        double[] odd = morlet.taps(0.3, Math.PI / 2);
        double sum = 0;
        double energy = 0;
        for (int i = 0; i < even.length; i++) {
            sum += Math.abs(even[even.length - 1 - i] - even[i]);
            energy += even[i] * even[i] + odd[i] * odd[i];
        }

        assertThat(sum).as("evenness").isCloseTo(0, within(1e-9));
        assertThat(energy).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(even).sum()).isCloseTo(0, within(1e-9));
        assertThat(Arrays.stream(odd).sum()).isCloseTo(0, within(1e-9));
    }

    @Test
    void answersMostToWavesOfItsDirection() throws IOException {
        double[] means = means("wavelets-0", (x, y) -> 0.5 + 0.4 * Math.cos(0.375 * Math.PI * x));
        double along = energy(means, 0);
        double across = energy(means, 8);

        assertThat(along).isGreaterThan(20 * across);
    }

    @Test
    void seesColoursButNoEdgesInAPlainImage() throws IOException {
        double[] means = means("wavelets-1", (x, y) -> 0.75);

        for (int i = 0; i < 48; i++) {
            assertThat(means[i]).isCloseTo(0, within(1e-5));
        }
        assertThat(means[48]).isCloseTo(0.25 * Math.sqrt(3), within(1e-5));
        assertThat(means[51]).isZero();
    }

    @Test
    void refusesNoScale() {
        assertThatThrownBy(() -> new Wavelets(0, 4, 4)).hasMessageContaining("scales must be at least 1");
    }

    private interface Brightness {
        double at(int x, int y);
    }

    /** The mean of each channel of a layer of two scales. */
    private static double[] means(String layer, Brightness brightness) throws IOException {
        FeatureNetwork network = new Wavelets(2, 4, 4).open(new RandomStreams(1).stream("network"));
        try (TensorScope scope = new TensorScope()) {
            float[] pixels = new float[SIDE * SIDE * 3];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) brightness.at(i / 3 % SIDE, i / 3 / SIDE);
            }
            INDArray maps = network.compile(new Size(SIDE, SIDE), List.of(layer), scope)
                    .at(scope.of(pixels, 1, SIDE, SIDE, 3))
                    .value()
                    .layer(layer);
            return HostMemory.toDoubles(maps.mean(1, 2));
        }
    }

    /** The sum over the phases of the coarser wavelet in the first colour. */
    private static double energy(double[] means, int orientation) {
        double sum = 0;
        for (int phase = 0; phase < 4; phase++) {
            sum += means[48 + orientation + phase];
        }
        return sum;
    }
}
