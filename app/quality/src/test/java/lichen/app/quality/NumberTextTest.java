package lichen.app.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0.0193,0.0193",
        "0.123456,0.1235",
        "0,0",
        "10,10",
        "99999,100000",
        "1234.5,1235",
        "0.00001,10⁻⁵",
        "0.000023,2.3 · 10⁻⁵",
        "1e12,10¹²",
        "-2.5e-7,-2.5 · 10⁻⁷"
    })
    void isShort(double number, String expected) {
        assertThat(NumberText.of(number)).isEqualTo(expected);
    }
}
