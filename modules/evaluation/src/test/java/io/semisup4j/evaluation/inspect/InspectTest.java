package io.semisup4j.evaluation.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class InspectTest {
    private static double[][] random(int rows, int columns, Random random) {
        return IntStream.range(0, rows)
                .mapToObj(i -> random.doubles(columns, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    @RepeatedTest(5)
    void points_of_a_plane_in_many_dimensions_keep_their_distances(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        double[] u = random.doubles(9, -1, 1).toArray();
        double[] v = random.doubles(9, -1, 1).toArray();
        double[][] plane = random(40, 2, random);
        double[][] rows = new double[40][9];
        for (int i = 0; i < 40; i++) {
            for (int d = 0; d < 9; d++) {
                rows[i][d] = 3 + plane[i][0] * u[d] + plane[i][1] * v[d];
            }
        }
        PrincipalComponents flat = PrincipalComponents.of(rows);
        assertThat(flat.explained()).isCloseTo(1, within(1e-9));
        for (int i = 1; i < 40; i++) {
            assertThat(distance(flat.coordinates()[0], flat.coordinates()[i]))
                    .isCloseTo(distance(rows[0], rows[i]), within(1e-6));
        }
    }

    @Test
    void the_first_component_varies_most_and_equal_rows_have_no_extent() {
        double[][] rows = {{10, 0, 1}, {-10, 0.5, 0}, {5, -1, 0}, {-5, 1, 1}};
        double[][] flat = PrincipalComponents.of(rows).coordinates();
        assertThat(Math.abs(flat[0][0])).isGreaterThan(9);
        assertThat(Math.abs(flat[0][1])).isLessThan(2);
        assertThat(PrincipalComponents.of(new double[][] {{1, 2}, {1, 2}}))
                .satisfies(none -> assertThat(none.explained()).isZero())
                .satisfies(none -> assertThat(none.coordinates()[1]).containsExactly(0, 0));
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum());
    }

    @RepeatedTest(3)
    void neighbours_are_those_of_a_plain_search(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        double[][] queries = random(4, 6, random);
        double[][] rows = random(11, 6, random);
        List<List<CosineNeighbour>> nearest =
                CosineNeighbour.nearest(Nd4j.createFromArray(queries), Nd4j.createFromArray(rows), 3);
        for (int q = 0; q < queries.length; q++) {
            double[] query = queries[q];
            List<Integer> expected = IntStream.range(0, rows.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -cosine(query, rows[i])))
                    .limit(3)
                    .toList();
            assertThat(nearest.get(q)).extracting(CosineNeighbour::position).isEqualTo(expected);
            assertThat(nearest.get(q).get(0).similarity())
                    .isCloseTo(cosine(query, rows[expected.get(0)]), within(1e-12));
        }
    }

    private static double cosine(double[] a, double[] b) {
        double[] zero = new double[a.length];
        double dot = IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
        return dot / distance(a, zero) / distance(b, zero);
    }

    @Test
    void confusion_counts_true_against_predicted_classes() {
        double[][] scores = {{0.9, 0.1, 0}, {0.2, 0.7, 0.1}, {0.4, 0.4, 0.2}, {0, 0.1, 0.9}};
        assertThat(ConfusionMatrix.of(Nd4j.createFromArray(scores), new int[] {0, 0, 1, 2}))
                .isDeepEqualTo(new int[][] {{1, 1, 0}, {1, 0, 0}, {0, 0, 1}});
        assertThatThrownBy(() -> ConfusionMatrix.of(Nd4j.createFromArray(scores), new int[] {0}))
                .hasMessageContaining("not 1 for 4");
    }
}
