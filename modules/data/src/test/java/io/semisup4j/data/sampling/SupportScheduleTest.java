package io.semisup4j.data.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupportScheduleTest {
    private static final int CLASSES = 6;
    private static final int[] LABELS =
            IntStream.range(0, 60).map(i -> i % CLASSES).toArray();

    /** Iterators of 3 x 3 batches against epochs of 7 steps: they drift, as for SimCLR with SuNCEt. */
    private static SupportSchedule drifting() {
        return new SupportSchedule(StratifiedSampler.of(LABELS, CLASSES, SupportShape.single(2, 3, 3)), 7);
    }

    @Test
    void an_inner_epoch_is_shuffled_by_the_epoch_in_which_it_begins() {
        CountingSampler counting = new CountingSampler(LABELS, CLASSES, SupportShape.single(2, 3, 3));
        StratifiedSampler sampler = StratifiedSampler.of(LABELS, CLASSES, SupportShape.single(2, 3, 3));
        List<int[]> first = counting.iterator(0);
        SupportSchedule schedule = drifting();
        for (int step = 0; step < 6; step++) {
            assertThat(schedule.batch(step)).as("step %d", step).isEqualTo(first.get(step));
        }
        // Step 6 is still in epoch 0 and begins an inner epoch; step 9 begins iterator 1 in epoch 1.
        assertThat(schedule.batch(8)).isEqualTo(first.get(8));
        assertThat(schedule.batch(9)).isEqualTo(sampler.innerEpoch(1, 0, 1)[0]);
        assertThat(schedule.batch(14)).isEqualTo(sampler.innerEpoch(1, 1, 1)[2]);
        assertThat(schedule.batch(15)).isEqualTo(sampler.innerEpoch(1, 2, 2)[0]);
    }

    @Test
    void a_run_resumed_anywhere_sees_the_batches_of_an_unbroken_one() {
        List<int[]> unbroken = new ArrayList<>();
        SupportSchedule schedule = drifting();
        for (int step = 0; step < 40; step++) {
            unbroken.add(schedule.batch(step));
        }
        for (int start = 0; start < 40; start++) {
            SupportSchedule resumed = drifting();
            for (int step = start; step < Math.min(40, start + 5); step++) {
                assertThat(resumed.batch(step)).isEqualTo(unbroken.get(step));
            }
        }
    }

    @Test
    void one_iterator_lasts_an_epoch_where_the_published_choice_fits() {
        assertThat(SupportSchedule.innerEpochsFor(195, 10, SupportShape.single(10, 64, 1)))
                .isEqualTo(195);
        assertThat(SupportSchedule.innerEpochsFor(454, 1000, SupportShape.single(20, 5, 1)))
                .isEqualTo(10);
    }
}
