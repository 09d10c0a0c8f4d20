package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Image;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RandomFilterGramTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new RandomFilterGram(8);
    }

    @BeforeAll
    static void startBackend() {
        Backend.start(BackendChoice.CPU, false);
    }

    @Test
    void isNineForTwiceTheContrastAboutGrey() {
        // Without biases, features of the doubled deviation from grey are doubled, and Gram matrices four times as
        // large.
        float[] paler = SampleTexture.part(0).toArray();
        for (int i = 0; i < paler.length; i++) {
            paler[i] = 0.5f + (paler[i] - 0.5f) / 2;
        }

        assertThat(between(SampleTexture.part(0), Image.of(64, 64, paler))).isCloseTo(9, within(1e-3));
    }
}
