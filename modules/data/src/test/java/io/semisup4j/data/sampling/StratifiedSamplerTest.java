package io.semisup4j.data.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StratifiedSamplerTest {
    private static final int CLASSES = 12;
    private static final int[] LABELS = labels(CLASSES, 9, 4);

    @Test
    void equals_the_counting_sampler_with_a_pointer_into_the_classes() {
        for (long seed = 0; seed < 40; seed++) {
            Draws draws = Draws.of(seed, 0, 0, 0);
            boolean unique = draws.coin(0.5);
            int world = 1 + draws.nextInt(3);
            int k = unique ? 1 + draws.nextInt(CLASSES / world) : new int[] {1, 2, 3, 4, 6, 12}[draws.nextInt(6)];
            SupportShape shape = new SupportShape(
                    world, draws.nextInt(world), k, 1 + draws.nextInt(3), unique, 1 + draws.nextInt(4));
            StratifiedSampler sampler = StratifiedSampler.of(LABELS, CLASSES, shape);
            CountingSampler counting = new CountingSampler(LABELS, CLASSES, shape);
            for (int iterator = 0; iterator < 3; iterator++) {
                int outerEpoch = draws.nextInt(5);
                List<int[]> batches = new ArrayList<>();
                for (int e = 0; e < shape.innerEpochs(); e++) {
                    batches.addAll(Arrays.asList(sampler.innerEpoch(iterator, e, outerEpoch)));
                }
                assertThat(batches.toArray(int[][]::new))
                        .as("draws of seed %d: %s", seed, shape)
                        .isDeepEqualTo(counting.iterator(outerEpoch).toArray(int[][]::new));
            }
        }
    }

    @Test
    void unique_classes_of_two_processes_never_meet_and_shared_ones_are_equal() {
        for (boolean unique : new boolean[] {true, false}) {
            Set<Integer> first = new HashSet<>(classesOf(unique, 0));
            Set<Integer> second = new HashSet<>(classesOf(unique, 1));
            first.retainAll(second);
            assertThat(first).hasSize(unique ? 0 : 4);
        }
    }

    private static List<Integer> classesOf(boolean unique, int rank) {
        SupportShape shape = new SupportShape(2, rank, 4, 2, unique, 1);
        int[] batch = StratifiedSampler.of(LABELS, CLASSES, shape).innerEpoch(0, 0, 0)[0];
        return Arrays.stream(batch).map(i -> LABELS[i]).boxed().toList();
    }

    @Test
    void tells_all_impossible_values_at_once() {
        assertThatThrownBy(() -> StratifiedSampler.of(LABELS, CLASSES, new SupportShape(2, 2, 5, 1, false, 1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("rank is 2")
                .hasMessageContaining("supportClasses is 5")
                .hasMessageContaining("[1, 2, 3, 4, 6, 12]");
        assertThatThrownBy(() -> StratifiedSampler.of(LABELS, CLASSES, new SupportShape(1, 0, 0, 0, false, 0)))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.problems()).hasSize(3));
        assertThatThrownBy(() -> StratifiedSampler.of(LABELS, CLASSES, new SupportShape(3, 0, 5, 1, true, 1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("15 classes")
                .hasMessageContaining("supportClasses <= 4");
    }

    @Test
    void tells_every_class_with_too_few_pictures_before_training() {
        int[] labels = {0, 0, 0, 1, 1, 2, 3, 3, 3};
        assertThatThrownBy(() -> StratifiedSampler.of(labels, 5, SupportShape.single(5, 3, 1)))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.problems()).hasSize(3))
                .hasMessageContaining("class 1 has 2 labelled pictures")
                .hasMessageContaining("class 2 has 1 labelled picture;")
                .hasMessageContaining("class 4 has 0 labelled pictures")
                .hasMessageContaining("supportImages = 3");
    }

    @Test
    void refuses_a_class_with_a_single_picture() {
        assertThatThrownBy(() -> StratifiedSampler.of(new int[] {0, 0, 1}, 2, SupportShape.single(2, 1, 1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("class 1 has 1 labelled picture; at least 2");
    }

    @Test
    void counts_the_share_of_each_process_not_the_whole_class() {
        int[] labels = labels(2, 5, 0);
        assertThatThrownBy(() -> StratifiedSampler.of(labels, 2, new SupportShape(2, 0, 2, 3, false, 1)))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(
                        "classes 0, 1 have 5 labelled pictures each, of which each of 2 devices gets 2",
                        "set supportImages to 2");
    }

    @Test
    void tells_a_shortage_of_many_classes_in_one_sentence() {
        int[] labels = labels(1000, 2, 0);
        assertThatThrownBy(() -> StratifiedSampler.of(labels, 1000, SupportShape.single(10, 3, 1)))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.problems()).hasSize(1))
                .hasMessageContaining("classes 0, 1, 2, 3, 4, 5, 6, 7 and 992 more have 2 labelled pictures each");
    }

    /** Labels in a mixed order, {@code least .. least + spread} pictures a class. */
    private static int[] labels(int classes, int least, int spread) {
        List<Integer> labels = new ArrayList<>();
        for (int t = 0; t < classes; t++) {
            for (int i = 0; i < least + (spread == 0 ? 0 : t % (spread + 1)); i++) {
                labels.add(t);
            }
        }
        int[] order = Draws.of(7, 0, 0, 0).permutation(labels.size());
        return Arrays.stream(order).map(labels::get).toArray();
    }
}
