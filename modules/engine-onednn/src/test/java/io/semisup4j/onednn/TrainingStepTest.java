package io.semisup4j.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.kernels.KernelProvider;
import io.semisup4j.engine.kernels.nd4j.Nd4jKernels;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.runtime.ProcessStart;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A whole step of a residual net through oneDNN, Winograd included. */
class TrainingStepTest {
    private static final long SEED = Long.getLong("test.seed", 1);
    private static final int IMAGES = 8;
    private static final List<KernelProvider> KERNELS = List.of(new OnednnKernels(), new Nd4jKernels());
    private static final List<String> GRADIENTS =
            java.util.stream.IntStream.range(0, 42).mapToObj(i -> "p" + i).toList();

    @AfterAll
    static void usualRule() {
        System.clearProperty(Winograd.PRODUCTS);
    }

    @BeforeAll
    static void prepare() {
        ProcessStart.prepare();
        // Convolutions of a test are small.
        System.setProperty(Winograd.PRODUCTS, "0");
    }

    /** A smooth net, so that the bound is that of float rounding alone; ND4J's error stands beside ours. */
    @Test
    void loss_and_gradients_of_a_smooth_net_are_those_of_double_within_float_rounding() {
        forEverySeed(false, 1e-5);
    }

    /**
     * An activation that rounds to the other side of zero switches a ReLU and changes single gradients by some 1e-2; all
     * gradients together change by 2e-3, with ND4J's kernels as well.
     */
    @Test
    void loss_and_gradients_are_those_of_double_up_to_single_switched_relus() {
        forEverySeed(true, 5e-3);
    }

    private static void forEverySeed(boolean relu, double bound) {
        for (long seed = SEED; seed < SEED + 3; seed++) {
            Plan truth = WideNet.step(DataType.DOUBLE, List.of(new Nd4jKernels()), seed, IMAGES, relu);
            Plan plain = WideNet.step(DataType.FLOAT, List.of(new Nd4jKernels()), seed, IMAGES, relu);
            Plan tested = WideNet.step(DataType.FLOAT, KERNELS, seed, IMAGES, relu);
            String beside = String.format(
                    "seed %d (-Dtest.seed); with ND4J's kernels the gradients are %.1e off", seed, error(truth, plain));
            assertThat(tested.number("loss")).as(beside).isCloseTo(truth.number("loss"), within(1e-6));
            assertThat(error(truth, tested)).as(beside).isLessThan(bound);
        }
    }

    @Test
    void activations_stay_in_one_format_from_the_stem_to_the_global_average() {
        List<String> reorders = step(SEED)
                .toString()
                .lines()
                .filter(line -> line.contains("reorder."))
                .toList();
        assertThat(reorders).singleElement().asString().contains("images");
    }

    @Test
    void repeats_bit_for_bit() {
        Plan first = step(SEED);
        for (int run = 0; run < 3; run++) {
            Plan again = step(SEED);
            again.run();
            for (String name : GRADIENTS) {
                assertThat(again.output(name)).as(name).isEqualTo(first.output(name));
            }
        }
    }

    @Test
    void never_falls_to_reference_loops() {
        step(SEED);
        assertThat(Implementations.reported()).isEmpty();
    }

    private static Plan step(long seed) {
        return WideNet.step(DataType.FLOAT, KERNELS, seed, IMAGES);
    }

    private static org.assertj.core.data.Offset<Double> within(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }

    /** Norm of the difference of all gradients, relative to the norm of the true ones. */
    private static double error(Plan truth, Plan found) {
        double norm = 0;
        double difference = 0;
        for (String name : GRADIENTS) {
            INDArray gradient = truth.output(name);
            norm = Math.hypot(norm, gradient.norm2Number().doubleValue());
            INDArray off = found.output(name).castTo(DataType.DOUBLE).sub(gradient);
            difference = Math.hypot(difference, off.norm2Number().doubleValue());
        }
        return difference / norm;
    }
}
