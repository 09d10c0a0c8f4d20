package lichen.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import lichen.core.feature.FeatureNetwork;
import lichen.core.random.RandomStreams;
import lichen.model.program.FeatureNetworkContract;
import org.junit.jupiter.api.Test;

class ImageItselfTest extends FeatureNetworkContract {
    @Override
    protected FeatureNetwork network() throws IOException {
        return new ImageItself().open(new RandomStreams(1).stream("network"));
    }

    @Test
    void hasNoLayerButTheImage() throws IOException {
        assertThat(network().architecture().names()).containsExactly("image");
    }
}
