package io.semisup4j.training.ema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ExponentialMovingAverageTest {

    @Test
    void keeps_a_share_of_the_old_average() {
        INDArray teacher = Nd4j.createFromArray(1.0, -2, 0);
        INDArray student = Nd4j.createFromArray(3.0, 2, 8);

        ExponentialMovingAverage.update(teacher, student, 0.75);

        assertThat(teacher.toDoubleVector()).containsExactly(1.5, -1, 2);
        assertThat(student.toDoubleVector()).containsExactly(3, 2, 8);
    }

    @Test
    void keeping_nothing_copies_and_keeping_all_changes_nothing() {
        INDArray teacher = Nd4j.createFromArray(1f, -2, 0);
        INDArray student = Nd4j.createFromArray(3f, 2, 8);

        ExponentialMovingAverage.update(teacher, student, 1);
        assertThat(teacher.toFloatVector()).containsExactly(1, -2, 0);

        ExponentialMovingAverage.update(teacher, student, 0);
        assertThat(teacher.toFloatVector()).containsExactly(3, 2, 8);
    }

    @Test
    void approaches_a_constant_student_geometrically_in_float() {
        INDArray teacher = Nd4j.zeros(DataType.FLOAT, 100);
        INDArray student = Nd4j.ones(DataType.FLOAT, 100);

        for (int step = 0; step < 50; step++) {
            ExponentialMovingAverage.update(teacher, student, 0.9);
        }

        assertThat(teacher.getDouble(99)).isEqualTo(1 - Math.pow(0.9, 50), within(1e-6));
    }

    @Test
    void refuses_a_share_outside_0_to_1_and_vectors_that_differ() {
        INDArray two = Nd4j.createFromArray(1.0, 2);

        assertThatThrownBy(() -> ExponentialMovingAverage.update(two, two, 1.5)).hasMessageContaining("share 1.5");
        assertThatThrownBy(() -> ExponentialMovingAverage.update(two, Nd4j.createFromArray(1.0, 2, 3), 0.5))
                .hasMessageContaining("average holds 2 DOUBLE")
                .hasMessageContaining("3 DOUBLE");
    }
}
