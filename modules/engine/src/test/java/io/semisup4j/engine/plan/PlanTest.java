package io.semisup4j.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Gelu;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.engine.ops.Sums;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PlanTest {
    private final Graph graph = new Graph(DataType.DOUBLE);

    @Test
    void a_run_reads_the_inputs_of_the_moment() {
        Tensor x = graph.input("x", 3);
        Plan plan = Plan.of(graph).output("y", Elementwise.affine(x, 2, 1)).compile();

        plan.input("x").assign(Nd4j.createFromArray(1.0, 2, 3));
        plan.run();
        assertThat(plan.output("y").toDoubleVector()).containsExactly(3, 5, 7);

        plan.input("x").assign(0);
        plan.run();
        assertThat(plan.output("y").toDoubleVector()).containsExactly(1, 1, 1);
    }

    @Test
    void only_what_the_outputs_need_is_computed() {
        Tensor x = graph.input("x", 3);
        Elementwise.exp(Elementwise.exp(x));
        Plan plan = Plan.of(graph).output("y", Elementwise.square(x)).compile();

        assertThat(plan.size()).isEqualTo(1);
    }

    @Test
    void gradients_land_in_the_flat_vector_beside_the_parameters() {
        FlatLayout layout = new FlatLayout.Builder().add("w", 2, 3).add("b", 2).build();
        INDArray parameters = layout.zeros(DataType.DOUBLE);
        INDArray gradients = layout.zeros(DataType.DOUBLE);
        Tensor x = graph.input("x", 4, 3);
        Tensor w = graph.parameter("w", 2, 3);
        Tensor b = graph.parameter("b", 2);
        Tensor loss = Sums.all(Matrices.linear(x, w, b));
        Map<Tensor, Tensor> found = graph.gradients(Map.of(loss, graph.constant("two", Nd4j.valueArrayOf(1, 2.0))));
        PlanBuilder builder = Plan.of(graph)
                .output("loss", loss)
                .output("dw", found.get(w))
                .output("db", found.get(b))
                .at(graph.parameters(), layout, parameters);
        builder.at(found.get(w), layout.view(gradients, "w")).at(found.get(b), layout.view(gradients, "b"));
        Plan plan = builder.compile();
        plan.input("x").assign(1);

        layout.view(parameters, "b").assign(3);
        plan.run();

        assertThat(plan.number("loss")).isEqualTo(24);
        assertThat(layout.view(gradients, "w").toDoubleMatrix()).isDeepEqualTo(new double[][] {{8, 8, 8}, {8, 8, 8}});
        assertThat(layout.view(gradients, "b").toDoubleVector()).containsExactly(8, 8);
    }

    @Test
    void a_plan_can_be_measured_before_anything_that_it_reads_exists() {
        Tensor x = graph.input("x", 4, 3);
        Tensor w = graph.parameter("w", 2, 3);
        Tensor y = Elementwise.square(Matrices.linear(x, w, graph.parameter("b", 2)));
        PlanMemory measured = Plan.of(graph)
                .output("y", y)
                .output("loss", Sums.all(y))
                .outside(graph.parameters())
                .measure();

        FlatLayout layout = new FlatLayout.Builder().add("w", 2, 3).add("b", 2).build();
        Plan plan = Plan.of(graph)
                .output("y", y)
                .output("loss", Sums.all(y))
                .at(graph.parameters(), layout, layout.zeros(DataType.DOUBLE))
                .compile();
        assertThat(measured).isEqualTo(plan.memory());
        assertThat(measured.arenaBytes()).isPositive();
    }

    @Test
    void two_parameters_with_one_gradient_both_get_it() {
        FlatLayout layout = new FlatLayout.Builder().add("p", 2).add("q", 2).build();
        INDArray gradients = layout.zeros(DataType.DOUBLE);
        Tensor p = graph.parameter("p", 2);
        Tensor q = graph.parameter("q", 2);
        Tensor loss = Sums.all(Arithmetic.add(p, q));
        Map<Tensor, Tensor> found = graph.gradients(Map.of(loss, graph.constant("one", Nd4j.ones(DataType.DOUBLE, 1))));

        Plan.of(graph)
                .output("dp", found.get(p))
                .output("dq", found.get(q))
                .at(found.get(p), layout.view(gradients, "p"))
                .at(graph.parameters(), layout, layout.zeros(DataType.DOUBLE))
                .compile()
                .run();

        assertThat(found.get(p)).isSameAs(found.get(q));
        assertThat(layout.view(gradients, "p").toDoubleVector()).containsExactly(1, 1);
    }

    @Test
    void views_cost_no_step_and_see_the_same_numbers() {
        Tensor x = graph.input("x", 4, 2);
        Tensor rows = Shapes.reshape(Shapes.rows(x, 1, 3), 4);
        Plan plan = Plan.of(graph).output("y", rows).compile();

        plan.input("x").assign(Nd4j.arange(8).castTo(DataType.DOUBLE).reshape(4, 2));
        plan.run();

        assertThat(plan.size()).isZero();
        assertThat(plan.output("y").toDoubleVector()).containsExactly(2, 3, 4, 5);
    }

    @Test
    void a_result_that_is_read_later_is_not_overwritten_in_place() {
        Tensor x = graph.input("x", 2);
        Tensor a = Elementwise.affine(x, 1, 1);
        Tensor b = Elementwise.affine(a, 10, 0);
        Plan plan = Plan.of(graph)
                .output("sum", Arithmetic.add(b, a))
                .output("view", Shapes.reshape(a, 1, 2))
                .compile();

        plan.run();

        assertThat(plan.output("sum").toDoubleVector()).containsExactly(11, 11);
        assertThat(plan.output("view").toDoubleVector()).containsExactly(1, 1);
    }

    @Test
    void a_chain_of_elementwise_operations_runs_in_one_piece_of_memory() {
        Tensor x = graph.input("x", 1600);
        Tensor y = x;
        for (int i = 0; i < 10; i++) {
            y = Elementwise.affine(y, 1.5, 1);
        }

        assertThat(Plan.of(graph).output("y", y).compile().memory().arenaElements())
                .isEqualTo(1600);
    }

    @Test
    void what_a_gradient_does_not_read_is_not_kept_for_it() {
        int layers = 10;
        Tensor x = graph.parameter("x", 16000);
        Tensor y = x;
        for (int i = 0; i < layers; i++) {
            y = Gelu.of(y);
        }
        Tensor loss = Sums.all(y);
        Tensor dx = graph.gradients(Map.of(loss, graph.constant("one", Nd4j.ones(DataType.DOUBLE, 1))))
                .get(x);

        Plan plan = Plan.of(graph)
                .output("loss", loss)
                .output("dx", dx)
                .at(x, Nd4j.zeros(DataType.DOUBLE, x.length()))
                .compile();

        // The gradient of GELU reads the slope alone, one array a layer; arguments are free after the forward pass.
        assertThat(plan.toString()).contains("gelu.gradient                nd4j     -, ");
        assertThat(plan.memory().arenaElements()).isLessThan((layers + 6) * x.length());
    }

    @Test
    void parameters_without_a_home_are_all_named() {
        Tensor sum = Arithmetic.add(graph.parameter("p", 2), graph.parameter("q", 2));

        assertThatThrownBy(() -> Plan.of(graph).output("y", sum).compile())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p[2]")
                .hasMessageContaining("q[2]");
    }

    @Test
    void an_unknown_input_is_refused_with_the_known_ones() {
        Plan plan =
                Plan.of(graph).output("y", Elementwise.exp(graph.input("x", 2))).compile();

        assertThatThrownBy(() -> plan.input("z")).hasMessageContaining("'z'").hasMessageContaining("x");
    }

    @Test
    void a_plan_prints_itself_and_its_profile() {
        Plan plan =
                Plan.of(graph).output("y", Elementwise.exp(graph.input("x", 2))).compile();
        Profile profile = new Profile();
        plan.run(profile);

        assertThat(plan.toString()).contains("elementwise.exp", "nd4j", "x[2]", "arena");
        assertThat(profile.toString()).contains("elementwise.exp (nd4j)", "mean of 1 runs");
    }
}
