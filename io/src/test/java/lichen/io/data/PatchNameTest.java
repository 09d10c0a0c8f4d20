package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchNameTest {
    @Test
    void saysWhichPatchOfWhichPhotographItIs() {
        assertThat(PatchName.of(12, "bundled:mossy-ground", 3)).isEqualTo("0012-mossy-ground-003");
        assertThat(PatchName.of(1, "trip/day 2/IMG_0815.JPG", 40)).isEqualTo("0001-IMG-0815-040");
    }

    @Test
    void keepsToTheLettersThatEverySystemTakes() {
        assertThat(PatchName.of(1, "Fl\u00e4ch: te.v2.png", 1)).isEqualTo("0001--te-v2-001");
        assertThat(PatchName.of(1, "a".repeat(200) + ".png", 1)).hasSize(4 + 1 + 40 + 1 + 3);
        assertThat(PatchName.of(100_000, "\u82d4.png", 1000)).isEqualTo("100000---1000");
    }
}
