package io.semisup4j.training.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.flat.Slot;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class RunningStatisticsTest {
    private static final FlatLayout BUFFERS = new FlatLayout.Builder()
            .add("bn1.running_mean", 3)
            .add("bn1.running_var", 3)
            .add("queue", 4, 2)
            .add("last.running_mean", 5)
            .add("last.running_var", 5)
            .add("head.running_mean", 2)
            .add("head.running_var", 2)
            .build();
    private static final TrackedLayer FIRST = new TrackedLayer("bn1", 0.1, 6);
    private static final TrackedLayer LAST = new TrackedLayer("last", 0.99, 2);

    @ParameterizedTest
    @EnumSource(names = {"DOUBLE", "FLOAT"})
    void agrees_with_the_formula_element_by_element(DataType type) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        double tolerance = type == DataType.DOUBLE ? 1e-14 : 1e-6;
        RunningStatistics pass = new RunningStatistics(BUFFERS, List.of(FIRST, LAST), type);
        INDArray running = random(random, type);
        BatchCounters counters = new BatchCounters(List.of("bn1", "last", "head"));

        for (int update = 0; update < 3; update++) {
            double[] expected = running.toDoubleVector();
            INDArray batch = random(random, type);
            byHand(expected, batch.toDoubleVector(), FIRST);
            byHand(expected, batch.toDoubleVector(), LAST);
            pass.update(running, batch, counters);
            assertThat(running.toDoubleVector()).as("seed %d", seed).containsExactly(expected, within(tolerance));
        }
        assertThat(counters.count("bn1")).isEqualTo(3);
        assertThat(counters.count("last")).isEqualTo(3);
        assertThat(counters.count("head")).isZero();
    }

    @Test
    void two_passes_are_applied_one_after_the_other() {
        RunningStatistics large = new RunningStatistics(BUFFERS, List.of(LAST), DataType.DOUBLE);
        RunningStatistics small =
                new RunningStatistics(BUFFERS, List.of(new TrackedLayer("last", 0.99, 50)), DataType.DOUBLE);
        INDArray running = BUFFERS.zeros(DataType.DOUBLE);
        INDArray batch = BUFFERS.zeros(DataType.DOUBLE);
        BatchCounters counters = new BatchCounters(List.of("last"));

        BUFFERS.view(batch, "last.running_mean").assign(100);
        large.update(running, batch, counters);
        BUFFERS.view(batch, "last.running_mean").assign(1);
        small.update(running, batch, counters);

        assertThat(BUFFERS.view(running, "last.running_mean").getDouble(0)).isEqualTo(0.01 * 99 + 0.99, within(1e-12));
        assertThat(counters.count("last")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"DOUBLE", "FLOAT"})
    void refuses_vectors_of_another_layout(DataType type) {
        RunningStatistics pass = new RunningStatistics(BUFFERS, List.of(LAST), type);
        INDArray longer = BUFFERS.zeros(type).reshape(-1).repeat(0, 2);

        assertThatThrownBy(() -> pass.update(longer, BUFFERS.zeros(type), new BatchCounters(List.of("last"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the layout has " + BUFFERS.zeros(type).length());
    }

    @Test
    void refuses_a_batch_of_one_value_because_it_has_no_variance() {
        assertThatThrownBy(() -> new TrackedLayer("fc.bn1", 0.1, 1))
                .hasMessageContaining("'fc.bn1'")
                .hasMessageContaining("at least 2");
    }

    @Test
    void counters_survive_a_save_and_refuse_unknown_layers() {
        BatchCounters counters = new BatchCounters(List.of("bn1", "last"));
        counters.set("bn1", 1L << 40);
        BatchCounters restored = new BatchCounters(List.of("bn1", "last"));

        restored.restore(counters.values());

        assertThat(restored.count("bn1")).isEqualTo(1L << 40);
        assertThatThrownBy(() -> counters.count("bn2"))
                .hasMessageContaining("'bn2'")
                .hasMessageContaining("last");
    }

    private static void byHand(double[] running, double[] batch, TrackedLayer layer) {
        double m = layer.momentum();
        Slot mean = BUFFERS.slot(layer.name() + ".running_mean");
        Slot variance = BUFFERS.slot(layer.name() + ".running_var");
        for (int i = 0; i < mean.length(); i++) {
            int at = (int) mean.offset() + i;
            running[at] = (1 - m) * running[at] + m * batch[at];
            at = (int) variance.offset() + i;
            running[at] = (1 - m) * running[at] + m * (batch[at] * layer.count() / (layer.count() - 1.0));
        }
    }

    private static INDArray random(Random random, DataType type) {
        INDArray vector = BUFFERS.zeros(type);
        for (Slot slot : BUFFERS.slots()) {
            for (long i = 0; i < slot.length(); i++) {
                vector.putScalar(slot.offset() + i, random.nextDouble());
            }
        }
        return vector;
    }
}
