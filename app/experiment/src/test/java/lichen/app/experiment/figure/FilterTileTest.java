package lichen.app.experiment.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilterTileTest {
    @Test
    void saysUnderItsImageWhichChannelItIsAndWhetherItIsSilent() {
        assertThat(new FilterTile(7, 0.5, 0.1).caption()).isEqualTo("7");
        assertThat(new FilterTile(12, 0, 0).caption()).isEqualTo("12 silent");
    }
}
