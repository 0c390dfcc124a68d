package io.semisup4j.training.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {
    @Test
    void stretches_cover_every_segment_and_nothing_between() {
        List<Segment> segments =
                List.of(new Segment(0, 10, 0, false), new Segment(16, 8, 0, true), new Segment(24, 3, 0, false));

        assertThat(Stretch.of(segments, 4))
                .containsExactly(
                        new Stretch(0, 0, 4),
                        new Stretch(0, 4, 8),
                        new Stretch(0, 8, 10),
                        new Stretch(1, 16, 20),
                        new Stretch(1, 20, 24),
                        new Stretch(2, 24, 27));
    }
}
