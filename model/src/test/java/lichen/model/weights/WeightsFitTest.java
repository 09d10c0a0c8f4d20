package lichen.model.weights;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lichen.core.plugin.FileReference;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Relu;
import org.junit.jupiter.api.Test;

class WeightsFitTest {
    private static final FileReference FILE = new FileReference("network.npz");

    @Test
    void acceptsTheSameShapes() {
        assertThatCode(() -> WeightsFit.check(Networks.everyOperation(), Networks.everyOperation(), FILE))
                .doesNotThrowAnyException();
    }

    @Test
    void namesWhatWasExpectedAndFound() {
        assertThatThrownBy(() -> WeightsFit.check(Networks.withOutputs(4), Networks.withOutputs(5), FILE))
                .isInstanceOf(NetworkFileException.class)
                .hasMessage("network.npz: does not fit the network: "
                        + "layer block/conv: expected convolution 3x2 same, 3 to 4 channels, ReLU of image,"
                        + " found convolution 3x2 same, 3 to 5 channels, ReLU of image; "
                        + "layer norm: expected scale and shift of 4 channels of block/conv,"
                        + " found scale and shift of 5 channels of block/conv; "
                        + "layer depthwise: expected depthwise convolution 2x2 valid of 8 channels of padded,"
                        + " found depthwise convolution 2x2 valid of 10 channels of padded; and 1 more; "
                        + "change the network's layers, or name another file");
    }

    @Test
    void namesLayersThatAreMissingOrTooMany() {
        Graph one = new Graph(List.of(new Node("a", new Relu(), "image")));
        Graph two = new Graph(List.of(new Node("a", new Relu(), "image"), new Node("b", new Relu(), "a")));

        assertThatThrownBy(() -> WeightsFit.check(two, one, FILE))
                .hasMessageContaining("layer b: expected ReLU of a, found none");
        assertThatThrownBy(() -> WeightsFit.check(one, two, FILE))
                .hasMessageContaining("layer b: expected none, found ReLU of a");
    }
}
