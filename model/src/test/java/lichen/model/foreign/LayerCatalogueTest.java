package lichen.model.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayerCatalogueTest {
    private static final LayerCatalogue<Integer> CATALOGUE =
            new LayerCatalogue<>(Map.of("Convolution", 1, "Add", 2), Set.of("Add"));

    @Test
    void findsWhatReadsALayer() throws UnreadableException {
        assertThat(CATALOGUE.kind("Convolution", 1)).isEqualTo(1);
        assertThat(CATALOGUE.kind("Add", 3)).isEqualTo(2);
        assertThat(CATALOGUE.names()).containsExactly("Add", "Convolution");
    }

    @Test
    void namesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> CATALOGUE.kind("Attention", 1)).hasMessage("Attention");
        assertThatThrownBy(() -> CATALOGUE.kind("", 1)).hasMessage("layers without a class");
    }

    @Test
    void refusesSeveralInputsOfWhatReadsOne() {
        assertThatThrownBy(() -> CATALOGUE.kind("Convolution", 2)).hasMessage("Convolution with 2 inputs");
        assertThatThrownBy(() -> CATALOGUE.kind("Convolution", 0)).hasMessage("Convolution with 0 inputs");
    }
}
