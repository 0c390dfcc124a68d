package io.semisup4j.reporting.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "5, 5",
        "-3, -3",
        "2500, 2\u202f500",
        "0.5, 0.5",
        "0.123456, 0.1235",
        "1234.56, 1\u202f235",
        "2.50001, 2.5",
        "0.0001234, 0.000123",
        "-1.07, -1.07",
        "NaN, NaN"
    })
    void numbers_have_four_digits_that_count(double value, String text) {
        assertThat(Numbers.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.613, 61.3 %", "1, 100.0 %", "0, 0.0 %"})
    void shares_are_in_percent(double share, String text) {
        assertThat(Numbers.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.12, +12.0", "-0.034, \u22123.4"})
    void differences_carry_their_sign(double difference, String text) {
        assertThat(Numbers.points(difference)).isEqualTo(text);
    }
}
