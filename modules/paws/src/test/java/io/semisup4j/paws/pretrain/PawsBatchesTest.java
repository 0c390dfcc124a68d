package io.semisup4j.paws.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.data.augment.PawsViews;
import io.semisup4j.data.dataset.InMemoryImages;
import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.Image;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.pipeline.BatchPlan;
import io.semisup4j.data.pipeline.ViewJob;
import io.semisup4j.data.sampling.StratifiedSampler;
import io.semisup4j.data.sampling.SupportSchedule;
import io.semisup4j.data.sampling.SupportShape;
import io.semisup4j.data.split.LabelDraw;
import io.semisup4j.data.split.Split;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PawsBatchesTest {
    private static final BatchShape SHAPE = new BatchShape(4, 2, 3, 2, 2);

    private final LabeledImages images = images(17);
    private final Split labelled = LabelDraw.perClass(images.labels(), 3, 3, 1);
    private final ViewTransform large = PawsViews.cifarLarge().toView();
    private final ViewTransform small = PawsViews.cifarSmall().toView();
    private final PawsBatches batches = new PawsBatches(images, labelled, supports(), SHAPE, large, small);

    @Test
    void the_incomplete_last_batch_of_an_epoch_is_dropped() {
        assertThat(batches.stepsPerEpoch()).isEqualTo(4);
    }

    @Test
    void rows_are_supports_view_by_view_then_view_1_then_view_2_and_small_crops_apart() {
        BatchPlan plan = batches.plan(5);

        List<ViewJob> rows = plan.part(0);
        assertThat(rows).hasSize(SHAPE.largeRows()).allMatch(job -> job.transform() == large);
        assertThat(plan.part(1)).hasSize(SHAPE.smallRows()).allMatch(job -> job.transform() == small);
        assertThat(pictures(rows.subList(0, 6))).isEqualTo(pictures(rows.subList(6, 12)));
        assertThat(pictures(rows.subList(12, 16))).isEqualTo(pictures(rows.subList(16, 20)));
        assertThat(pictures(plan.part(1).subList(0, 4))).isEqualTo(pictures(rows.subList(12, 16)));
    }

    @Test
    void supports_are_labelled_and_come_class_by_class_in_turn() {
        List<ViewJob> supports = batches.plan(3).part(0).subList(0, 6);

        assertThat(supports).allMatch(job -> contains(labelled.indices(), job.image()));
        assertThat(supports.subList(0, 3).stream().map(ViewJob::label)).doesNotHaveDuplicates();
        assertThat(supports.subList(0, 3).stream().map(ViewJob::label).toList())
                .isEqualTo(supports.subList(3, 6).stream().map(ViewJob::label).toList());
    }

    @Test
    void no_two_views_of_a_run_share_their_randomness() {
        Set<List<Long>> keys = new HashSet<>();
        int views = 0;
        for (long step = 0; step < 12; step++) {
            BatchPlan plan = batches.plan(step);
            for (int part = 0; part < plan.parts(); part++) {
                for (ViewJob job : plan.part(part)) {
                    keys.add(List.of(job.epoch(), (long) job.image(), job.view()));
                    views++;
                }
            }
        }
        assertThat(keys).hasSize(views);
    }

    @Test
    void every_epoch_sees_every_picture_at_most_once_in_another_order() {
        assertThat(epoch(0)).doesNotHaveDuplicates().hasSize(16).isNotEqualTo(epoch(1));
    }

    private List<Integer> epoch(int epoch) {
        return java.util.stream.LongStream.range(epoch * 4L, epoch * 4L + 4)
                .boxed()
                .flatMap(step -> pictures(batches.plan(step).part(0).subList(12, 16)).stream())
                .toList();
    }

    private SupportSchedule supports() {
        SupportShape shape = SupportShape.single(3, 2, 4);
        return new SupportSchedule(StratifiedSampler.of(labelled.labels(images), 3, shape), 4);
    }

    private static List<Integer> pictures(List<ViewJob> jobs) {
        return jobs.stream().map(ViewJob::image).toList();
    }

    private static boolean contains(int[] values, int value) {
        return java.util.Arrays.stream(values).anyMatch(v -> v == value);
    }

    private static LabeledImages images(int count) {
        InMemoryImages.Builder builder = new InMemoryImages.Builder(List.of("a", "b", "c"));
        for (int i = 0; i < count; i++) {
            builder.add(new Image(32, 32, 3, new byte[32 * 32 * 3]), i % 3);
        }
        return builder.build();
    }
}
