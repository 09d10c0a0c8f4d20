package lichen.model.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredNumbersTest {
    @Test
    void turnsHalvesIntoTheNumbersThatTheyStandFor() {
        assertThat(StoredNumbers.half((short) 0x3555)).isEqualTo(0.33325195f);
        assertThat(StoredNumbers.half((short) 0x8000)).isEqualTo(-0f);
        assertThat(StoredNumbers.half((short) 0x7bff)).isEqualTo(65504);
        assertThat(StoredNumbers.half((short) 0xfc00)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(StoredNumbers.half((short) 0x7e00)).isNaN();
    }
}
