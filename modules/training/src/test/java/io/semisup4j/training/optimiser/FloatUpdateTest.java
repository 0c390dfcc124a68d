package io.semisup4j.training.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.engine.flat.HostFloats;
import io.semisup4j.engine.flat.Views;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FloatUpdateTest {
    private static final int LENGTH = 200_003;
    // The elements from 130,000 to 130,015 belong to no segment.
    private static final List<Segment> SEGMENTS =
            List.of(new Segment(0, 130_000, 0.1, false), new Segment(130_016, LENGTH - 130_016, 0, true));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void agrees_with_blas_within_rounding(boolean nesterov) {
        Vectors one = new Vectors(3);
        Vectors other = new Vectors(3);

        one.update(2).apply(updates(nesterov));
        new BlasUpdate(SEGMENTS, other.p, other.g, other.v).apply(updates(nesterov));

        assertThat(one.p.toDoubleVector()).containsExactly(other.p.toDoubleVector(), within(5e-6));
        assertThat(one.v.toDoubleVector()).containsExactly(other.v.toDoubleVector(), within(5e-6));
    }

    @Test
    void the_result_does_not_depend_on_the_number_of_threads() {
        Vectors one = new Vectors(4);
        Vectors several = new Vectors(4);

        one.update(1).apply(updates(true));
        several.update(3).apply(updates(true));

        assertThat(several.p.toFloatVector()).containsExactly(one.p.toFloatVector());
        assertThat(several.v.toFloatVector()).containsExactly(one.v.toFloatVector());
    }

    @Test
    void elements_of_no_segment_and_the_gradients_stay() {
        Vectors before = new Vectors(5);
        Vectors after = new Vectors(5);

        after.update(2).apply(updates(false));

        assertThat(after.g).isEqualTo(before.g);
        for (int i = 130_000; i < 130_016; i++) {
            assertThat(after.p.getFloat(i)).isEqualTo(before.p.getFloat(i));
            assertThat(after.v.getFloat(i)).isEqualTo(before.v.getFloat(i));
        }
        assertThat(after.p.getFloat(129_999)).isNotEqualTo(before.p.getFloat(129_999));
        assertThat(after.p.getFloat(130_016)).isNotEqualTo(before.p.getFloat(130_016));
    }

    @Test
    void a_view_is_updated_from_its_beginning() {
        INDArray whole = Nd4j.zeros(30);
        INDArray ones = Nd4j.ones(10);
        INDArray view = Views.of(whole, 20, 10);

        new FloatUpdate(List.of(new Segment(0, 10, 0, false)), floats(view), floats(ones), floats(ones.dup()), 1)
                .apply(List.of(new Update(0.5, false, 1, 0)));

        assertThat(whole.toFloatVector()).startsWith(new float[20]);
        assertThat(view.toFloatVector()).containsOnly(-0.5f);
    }

    private static FloatIndexer floats(INDArray vector) {
        return HostFloats.of(vector).orElseThrow();
    }

    private static List<Update> updates(boolean nesterov) {
        return List.of(new Update(0.9, nesterov, 0.3, 0.03), new Update(0.9, nesterov, 0.7, 0));
    }

    private static final class Vectors {
        final INDArray p;
        final INDArray g;
        final INDArray v;

        Vectors(long seed) {
            Random random = new Random(seed);
            p = vector(random);
            g = vector(random);
            v = vector(random);
        }

        FloatUpdate update(int threads) {
            return new FloatUpdate(SEGMENTS, floats(p), floats(g), floats(v), threads);
        }

        private static INDArray vector(Random random) {
            float[] values = new float[LENGTH];
            for (int i = 0; i < LENGTH; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return Nd4j.createFromArray(values);
        }
    }
}
