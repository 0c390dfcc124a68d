package io.semisup4j.data.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.data.dataset.DataException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnlabeledOrderTest {
    @Test
    void the_ranks_share_all_pictures_and_the_padding_is_the_beginning_of_the_order() {
        int images = 103;
        int world = 4;
        List<Integer> interleaved = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            for (int rank = 0; rank < world; rank++) {
                interleaved.add(new UnlabeledOrder(images, world, rank).epoch(5)[i]);
            }
        }
        assertThat(interleaved.subList(0, images)).doesNotHaveDuplicates();
        assertThat(interleaved.subList(images, 104)).isEqualTo(interleaved.subList(0, 1));
    }

    @Test
    void a_set_smaller_than_the_world_is_repeated() {
        List<Integer> seen = new ArrayList<>();
        for (int rank = 0; rank < 5; rank++) {
            for (int i : new UnlabeledOrder(2, 5, rank).epoch(0)) {
                seen.add(i);
            }
        }
        assertThat(Collections.frequency(seen, 0)).isBetween(2, 3);
        assertThat(seen).hasSize(5);
    }

    @Test
    void whole_batches_only() {
        assertThat(new UnlabeledOrder(50_000, 1, 0).batches(256)).isEqualTo(195);
        assertThat(new UnlabeledOrder(1_281_167, 64, 0).batches(64)).isEqualTo(312);
        assertThatThrownBy(() -> new UnlabeledOrder(100, 4, 0).batches(26))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("batch of 26")
                .hasMessageContaining("1..25");
    }
}
