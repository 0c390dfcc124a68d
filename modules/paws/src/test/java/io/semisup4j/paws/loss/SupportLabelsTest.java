package io.semisup4j.paws.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.paws.golden.GoldenTensors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SupportLabelsTest {

    @Test
    void rows_take_their_classes_in_turn() {
        SupportLabels labels = new SupportLabels(2, 2, 1, 1, false, 0);

        assertThat(labels.matrix()).containsExactly(1, 0, 0, 1, 1, 0, 0, 1);
    }

    @Test
    void smoothing_is_spread_over_all_columns() {
        SupportLabels labels = new SupportLabels(2, 1, 1, 1, false, 0.5);

        assertThat(labels.matrix()).containsExactly(0.75f, 0.25f, 0.25f, 0.75f);
    }

    @Test
    void views_follow_each_other_within_a_device() {
        SupportLabels labels = new SupportLabels(2, 1, 2, 2, true, 0);

        assertThat(labels.matrix())
                .containsExactly(
                        1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1);
    }

    @Test
    void a_smoothing_of_one_is_refused_with_its_value() {
        assertThatThrownBy(() -> new SupportLabels(2, 1, 1, 1, false, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.0");
    }

    @Test
    @Tag("golden")
    void the_matrix_equals_the_published_one() {
        GoldenTensors golden = new GoldenTensors("labels_matrix.npz");
        for (String name : golden.cases("m\\d+")) {
            long[] params = golden.integers(name + "/params"); // K, s, W, unique
            SupportLabels labels = new SupportLabels(
                    (int) params[0],
                    (int) params[1],
                    1,
                    (int) params[2],
                    params[3] != 0,
                    golden.number(name + "/smoothing"));

            float[] matrix = labels.matrix();

            double[] expected = golden.array(name + "/labels").data().asDouble();
            assertThat(matrix).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) matrix[i]).as(name + " element " + i).isCloseTo(expected[i], within(1e-7));
            }
        }
    }
}
