package lichen.app.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VggGramTest {
    @Test
    void isHere() {
        assertThat(1).isEqualTo(1);
    }
}
