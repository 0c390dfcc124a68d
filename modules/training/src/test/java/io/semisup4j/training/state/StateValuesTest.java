package io.semisup4j.training.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.engine.flat.FlatLayout;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class StateValuesTest {

    @Test
    void gives_back_what_was_put_in_and_never_changes() {
        StateValues one = StateValues.empty().with("step", 7);
        StateValues more = one.with("sum", 0.1).with("name", "paws");

        assertThat(one.asMap()).containsOnlyKeys("step");
        assertThat(more.longValue("step")).isEqualTo(7);
        assertThat(more.doubleValue("sum")).isEqualTo(0.1);
        assertThat(more.text("name")).isEqualTo("paws");
    }

    @Test
    void a_missing_value_and_one_of_another_type_are_answered_with_what_there_is() {
        StateValues values = StateValues.empty().with("sum", 0.5);

        assertThatThrownBy(() -> values.longValue("step"))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("no Long 'step'")
                .hasMessageContaining("sum=0.5");
        assertThatThrownBy(() -> values.longValue("sum")).isInstanceOf(StateException.class);
    }

    @Test
    void refuses_vectors_that_cannot_be_saved() {
        FlatLayout layout = new FlatLayout.Builder().add("w", 100).build();

        assertThatThrownBy(() -> new StateVector("../w", layout, layout.zeros(DataType.FLOAT)))
                .hasMessageContaining("'../w'");
        assertThatThrownBy(() -> new StateVector("w", layout, Nd4j.zeros(DataType.FLOAT, 3)))
                .hasMessageContaining("needs 112");
        assertThatThrownBy(() -> new StateVector("w", layout, Nd4j.zeros(DataType.INT32, 112)))
                .hasMessageContaining("INT");
    }
}
