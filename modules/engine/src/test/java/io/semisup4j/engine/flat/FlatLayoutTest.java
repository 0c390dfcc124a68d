package io.semisup4j.engine.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class FlatLayoutTest {
    private final FlatLayout layout =
            new FlatLayout.Builder().add("a", 2, 3).add("scalar").add("b", 20).build();

    @Test
    void arrays_begin_at_multiples_of_sixteen() {
        assertThat(layout.slots()).extracting(Slot::offset).containsExactly(0L, 16L, 32L);
        assertThat(layout.length()).isEqualTo(64);
    }

    @Test
    void a_view_and_its_vector_share_memory() {
        INDArray vector = layout.zeros(DataType.FLOAT);

        layout.view(vector, "b").assign(3);

        assertThat(vector.getFloat(31)).isZero();
        assertThat(vector.getFloat(32)).isEqualTo(3);
        assertThat(layout.view(vector, "b").sumNumber().intValue()).isEqualTo(60);
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> layout.slot("c")).hasMessageContaining("'c'").hasMessageContaining("[a, scalar, b]");
    }

    @Test
    void a_name_may_come_once() {
        FlatLayout.Builder builder = new FlatLayout.Builder().add("a", 1);

        assertThatThrownBy(() -> builder.add("a", 2)).hasMessageContaining("twice");
    }
}
