package io.semisup4j.engine.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class HostFloatsTest {
    @Test
    void what_is_written_is_in_the_array_and_nowhere_else() {
        INDArray whole = Nd4j.createFromArray(1f, 2f, 3f, 4f, 5f);

        FloatIndexer part = HostFloats.of(Views.of(whole, 2, 2)).orElseThrow();
        part.put(0, part.get(1) * 10);

        assertThat(whole.toFloatVector()).containsExactly(1, 2, 40, 4, 5);
    }

    @Test
    void a_view_of_a_view_begins_where_both_say() {
        INDArray whole = Nd4j.createFromArray(1f, 2f, 3f, 4f, 5f);

        assertThat(HostFloats.of(Views.of(Views.of(whole, 1, 4), 2, 2))
                        .orElseThrow()
                        .get(0))
                .isEqualTo(4);
    }

    @Test
    void an_element_outside_is_refused() {
        FloatIndexer part = HostFloats.of(Views.of(Nd4j.zeros(5), 1, 2)).orElseThrow();

        assertThatThrownBy(() -> part.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void doubles_are_no_floats() {
        assertThat(HostFloats.of(Nd4j.zeros(DataType.DOUBLE, 3))).isEmpty();
    }
}
