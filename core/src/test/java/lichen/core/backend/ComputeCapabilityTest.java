package lichen.core.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeCapabilityTest {
    @ParameterizedTest
    @CsvSource({"3,7", "5,2", "6,1", "7,0", "7,5", "8,0", "8,6", "8,9"})
    void runsOnCardsThatTheLibraryHasMachineCodeFor(int major, int minor) {
        assertThat(new ComputeCapability(major, minor).obstacle()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3,0", "3,5", "9,0", "10,0", "12,0"})
    void tellsWhyOlderAndNewerCardsCannotBeUsed(int major, int minor) {
        assertThat(new ComputeCapability(major, minor).obstacle())
                .contains("the card is of compute capability " + major + "." + minor
                        + ", and ND4J's library for CUDA 11.6 was built for 3.7 to 8.9.");
    }

    @Test
    void isThatOfTheFirstCard() {
        assertThat(ComputeCapability.read("9.0\n8.6\n")).contains(new ComputeCapability(9, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[N/A]\n", "No devices were found\n", "9999.0\n"})
    void isUnknownWhereTheDriverTellsNone(String printed) {
        assertThat(ComputeCapability.read(printed)).isEmpty();
    }
}
