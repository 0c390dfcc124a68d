package io.semisup4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.dataset.InMemoryImages;
import io.semisup4j.data.image.Image;
import io.semisup4j.data.random.MersenneTwister;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelDrawTest {
    private static final int[] LABELS =
            IntStream.range(0, 500).map(i -> (i * 7 + i / 13) % 5).toArray();

    @Test
    void draws_the_same_number_of_every_class_class_after_class() {
        Split split = LabelDraw.perClass(LABELS, 5, 10, 3);
        assertThat(split.size()).isEqualTo(50);
        assertThat(Arrays.stream(split.indices()).map(i -> LABELS[i]).boxed().toList())
                .isEqualTo(IntStream.range(0, 50).map(i -> i / 10).boxed().toList());
        assertThat(Arrays.stream(split.indices()).boxed()).doesNotHaveDuplicates();
    }

    @Test
    void follows_the_documented_algorithm() {
        int[] labels = {1, 0, 0, 1, 0, 1, 1};
        MersenneTwister random = new MersenneTwister(11);
        int[] zeros = random.permutation(3);
        int[] ones = random.permutation(4);
        int[] ofZero = {1, 2, 4};
        int[] ofOne = {0, 3, 5, 6};
        assertThat(LabelDraw.perClass(labels, 2, 2, 11).indices())
                .containsExactly(ofZero[zeros[0]], ofZero[zeros[1]], ofOne[ones[0]], ofOne[ones[1]]);
    }

    @Test
    void the_digest_of_a_draw_never_changes() {
        assertThat(LabelDraw.perClass(LABELS, 5, 4, 1).digest())
                .isEqualTo("59f8a89044dafd8c63fbacf5f20299e6fe3b0ea464d10ff8602a3c6091690f27");
    }

    @Test
    void a_smaller_draw_is_contained_in_a_larger_one_and_seeds_differ() {
        assertThat(Arrays.stream(LabelDraw.perClass(LABELS, 5, 20, 3).indices()).boxed())
                .containsAll(Arrays.stream(LabelDraw.perClass(LABELS, 5, 4, 3).indices())
                        .boxed()
                        .toList());
        assertThat(LabelDraw.perClass(LABELS, 5, 4, 4)).isNotEqualTo(LabelDraw.perClass(LABELS, 5, 4, 3));
    }

    @Test
    void a_fraction_is_taken_of_each_class_and_at_least_one_picture() {
        int[] labels = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2};
        Split split = LabelDraw.fraction(labels, 3, 0.3, 5);
        assertThat(Arrays.stream(split.indices()).map(i -> labels[i]).toArray()).containsExactly(0, 0, 0, 1, 1, 2);
        assertThat(LabelDraw.fraction(labels, 3, 1, 5).size()).isEqualTo(labels.length);
        assertThatThrownBy(() -> LabelDraw.fraction(labels, 3, Double.NaN, 5))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("NaN; it must be more than 0 and at most 1");
        assertThatThrownBy(() -> LabelDraw.fraction(labels, 4, 0.3, 5)).hasMessageContaining("class 3 has 0 pictures");
    }

    @Test
    void names_every_class_with_too_few_pictures() {
        assertThatThrownBy(() -> LabelDraw.perClass(new int[] {0, 0, 0, 1, 2}, 3, 2, 0))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.problems()).hasSize(2))
                .hasMessageContaining("class 1 has 1 pictures, but 2 labels");
        assertThatThrownBy(() -> LabelDraw.perClass(LABELS, 5, 0, 0)).hasMessageContaining("0 labels a class");
        assertThatThrownBy(() -> LabelDraw.coinFlips(5, 1.5f, 0)).hasMessageContaining("1.5");
    }

    @Test
    void labels_follow_the_order_of_the_split() {
        InMemoryImages.Builder images = new InMemoryImages.Builder(List.of("a", "b", "c"));
        for (int label : new int[] {2, 0, 1, 0}) {
            images.add(new Image(1, 1, 3, new byte[3]), label);
        }
        assertThat(new Split(new int[] {3, 0, 2}).labels(images.build())).containsExactly(0, 2, 1);
        assertThatThrownBy(() -> images.add(new Image(1, 1, 3, new byte[3]), 3))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("picture 4 has the label 3; with 3 classes");
    }

    @Test
    void coins_keep_everything_or_nothing_at_the_ends() {
        assertThat(LabelDraw.coinFlips(100, 0, 1)).isEqualTo(Split.all(100));
        assertThat(LabelDraw.coinFlips(100, 1, 1).size()).isZero();
    }
}
