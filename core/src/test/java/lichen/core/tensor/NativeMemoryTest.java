package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NativeMemoryTest {
    @Test
    void refusesMoreThanTheLimitOnly() {
        assertThatCode(() -> NativeMemory.require(NativeMemory.limit(), "A test"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> NativeMemory.require(1L << 60, "A test"))
                .hasMessageMatching(
                        "memory is too small: A test takes 1099511627776 MiB, and arrays may take \\d+ MiB\\..*");
    }
}
