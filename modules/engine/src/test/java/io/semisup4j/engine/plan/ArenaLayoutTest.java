package io.semisup4j.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArenaLayoutTest {

    @Test
    void regions_that_never_meet_share_memory() {
        List<Region> regions = List.of(new Region(160, 0, 1), new Region(160, 2, 3), new Region(160, 4, 5));

        assertThat(ArenaLayout.place(regions)).isEqualTo(160);
    }

    @Test
    void regions_that_are_alive_together_never_overlap() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int first = random.nextInt(100);
            regions.add(new Region(1 + random.nextInt(5000), first, first + random.nextInt(20)));
        }

        long length = ArenaLayout.place(regions);

        for (Region a : regions) {
            assertThat(a.offset % 16)
                    .as("alignment; seed %d (-Dtest.seed)", seed)
                    .isZero();
            assertThat(a.offset + a.size).isLessThanOrEqualTo(length);
            for (Region b : regions) {
                boolean apart = a.offset + a.size <= b.offset || b.offset + b.size <= a.offset;
                assertThat(a == b || apart || !a.overlapsInTime(b))
                        .as("regions at %d and %d; seed %d (-Dtest.seed)", a.offset, b.offset, seed)
                        .isTrue();
            }
        }
    }
}
