package io.semisup4j.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.engine.ops.Sums;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class GraphTest {
    private final Graph graph = new Graph(DataType.DOUBLE);

    @Test
    void a_parameter_asked_for_twice_is_one_tensor() {
        assertThat(graph.parameter("w", 2, 3)).isSameAs(graph.parameter("w", 2, 3));
        assertThat(graph.parameters()).hasSize(1);
    }

    @Test
    void a_parameter_cannot_change_its_shape() {
        graph.parameter("w", 2, 3);

        assertThatThrownBy(() -> graph.parameter("w", 3, 2))
                .hasMessageContaining("'w'")
                .hasMessageContaining("[3, 2]");
    }

    @Test
    void only_floating_point_types_are_accepted() {
        assertThatThrownBy(() -> new Graph(DataType.BOOL)).hasMessageContaining("BOOL");
    }

    @Test
    void no_gradient_passes_a_stop() {
        Tensor w = graph.parameter("w", 3);
        Tensor loss = Sums.all(Shapes.stopGradient(Elementwise.exp(w)));

        assertThat(graph.gradients(Map.of(loss, one()))).doesNotContainKey(w);
    }

    @Test
    void an_input_without_gradient_stays_without() {
        Tensor x = graph.input("x", 3);
        Tensor w = graph.parameter("w", 3);
        Tensor loss = Sums.all(Arithmetic.multiply(x, w));

        assertThat(graph.gradients(Map.of(loss, one()))).containsKey(w).doesNotContainKey(x);
    }

    @Test
    void the_upstream_gradient_must_have_the_shape_of_its_tensor() {
        Tensor loss = Sums.rows(graph.parameter("w", 3, 2));

        assertThatThrownBy(() -> graph.gradients(Map.of(loss, one()))).hasMessageContaining("shape");
    }

    @Test
    void tensors_of_two_graphs_cannot_meet() {
        Tensor other = new Graph(DataType.DOUBLE).parameter("w", 3);

        assertThatThrownBy(() -> Arithmetic.add(graph.parameter("v", 3), other)).hasMessageContaining("another graph");
    }

    private Tensor one() {
        return graph.constant("one", Nd4j.ones(DataType.DOUBLE, 1));
    }
}
