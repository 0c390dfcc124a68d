package io.semisup4j.training.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LargestFitTest {

    @Test
    void every_limit_is_found() {
        for (int limit = 0; limit <= 40; limit++) {
            int most = limit;
            int expected = Math.min(limit, 30);
            var found = LargestFit.of(30, 3, value -> value <= most, value -> value <= most);
            assertThat(found.orElse(0)).isEqualTo(expected < 3 ? 0 : expected);
        }
    }

    @Test
    void nothing_is_asked_where_there_is_nothing_smaller() {
        assertThat(LargestFit.of(0, 1, value -> true, value -> true)).isEmpty();
    }

    @Test
    void a_prediction_that_is_a_little_too_high_is_corrected() {
        assertThat(LargestFit.of(1000, 1, value -> value <= 900, value -> value <= 880))
                .hasValue(855);
    }

    @Test
    void a_mistyped_batch_is_answered_by_few_questions() {
        AtomicInteger questions = new AtomicInteger();
        LargestFit.of(
                2_000_000_000,
                1,
                value -> {
                    questions.incrementAndGet();
                    return value <= 500;
                },
                value -> true);
        assertThat(questions.get()).isLessThan(40);
    }
}
