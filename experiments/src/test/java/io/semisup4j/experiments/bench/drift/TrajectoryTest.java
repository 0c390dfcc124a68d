package io.semisup4j.experiments.bench.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.nets.state.AxisOrder;
import io.semisup4j.nets.state.Declaration;
import io.semisup4j.nets.state.Declaration.Kind;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.Initialiser;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.TensorData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrajectoryTest {
    private final Trajectory one = new Trajectory(new double[] {2, 1}, new float[] {1, 0}, new float[] {Float.NaN});

    @Test
    void values_come_in_the_order_of_the_layout_and_foreign_ones_are_left_out() {
        Declarations declarations = new Declarations();
        declarations.add(array("a", Kind.PARAMETER, 2));
        declarations.add(array("mean", Kind.BUFFER, 1));
        declarations.add(array("b", Kind.PARAMETER, 1));
        StateDict state = StateDict.of(Map.of(
                "b", TensorData.ofFloats(new float[] {3}, 1),
                "foreign", TensorData.ofFloats(new float[] {9}, 1),
                "mean", TensorData.ofFloats(new float[] {4}, 1),
                "a", TensorData.ofFloats(new float[] {1, 2}, 2)));

        Trajectory read = Trajectory.of(List.of(0.5), declarations.layout(), state);

        assertThat(read.losses()).containsExactly(0.5);
        assertThat(read.parameters()).containsExactly(1, 2, 3);
        assertThat(read.buffers()).containsExactly(4);
    }

    @Test
    void the_same_bits_repeat_even_if_they_are_no_number() {
        assertThat(one.differingBits(new Trajectory(new double[] {2, 1}, new float[] {1, 0}, new float[] {Float.NaN})))
                .isZero();
    }

    @Test
    void losses_parameters_and_buffers_count_to_the_last_bit() {
        assertThat(one.differingBits(
                        new Trajectory(new double[] {2, Math.nextUp(1.0)}, new float[] {1, -0f}, new float[] {1})))
                .isEqualTo(3);
    }

    private static Declaration array(String name, Kind kind, long length) {
        return new Declaration(name, kind, new long[] {length}, new Initialiser.Constant(0), AxisOrder.SAME);
    }
}
