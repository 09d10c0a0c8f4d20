package lichen.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final Architecture architecture = new Architecture(List.of(
            new Layer(Architecture.IMAGE, Layer.Kind.IMAGE, 3, 1, 1, 0),
            new Layer("conv1", Layer.Kind.CONVOLUTION, 8, 1, 3, 216),
            new Layer("norm1", Layer.Kind.NORMALIZATION, 8, 1, 3, 0),
            new Layer("conv2", Layer.Kind.CONVOLUTION, 8, 1, 5, 576)));

    @Test
    void selectsAllConvolutions() {
        assertThat(architecture.select(List.of(Architecture.ALL_CONVOLUTIONS))).containsExactly("conv1", "conv2");
    }

    @Test
    void ordersAsTheNetworkDoesAndNamesEachLayerOnce() {
        assertThat(architecture.select(List.of("conv2", "image", "conv2"))).containsExactly("image", "conv2");
    }

    @Test
    void takesTheFirstThatThereIsOfSeveralNames() {
        assertThat(architecture.select(List.of("conv4|conv2", "conv3 | conv1 | conv2")))
                .containsExactly("conv1", "conv2");
    }

    @Test
    void reportsAllOfSeveralNamesWhereThereIsNoneOfThem() {
        assertThatThrownBy(() -> architecture.select(List.of("conv1", "conv4|conv3")))
                .isInstanceOf(UnknownLayerException.class)
                .hasMessage("unknown layers [conv4|conv3]; the network has [image, conv1, norm1, conv2]");
    }

    @Test
    void reportsAllUnknownLayersAtOnce() {
        assertThatThrownBy(() -> architecture.select(List.of("conv1", "convv2", "pool")))
                .isInstanceOf(UnknownLayerException.class)
                .hasMessage("unknown layers [convv2, pool]; the network has [image, conv1, norm1, conv2]");
    }
}
