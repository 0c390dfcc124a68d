package io.semisup4j.paws.devices;

import static io.semisup4j.paws.golden.GoldenTensors.relativeError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.StepEvent;
import io.semisup4j.training.loop.StopSignal;
import io.semisup4j.training.loop.TrainingListener;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.parallel.DeviceStep;
import io.semisup4j.training.parallel.Replica;
import io.semisup4j.training.pretrained.RunOrigin;
import io.semisup4j.training.stage.Saving;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
import io.semisup4j.training.state.Stateful;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** A PAWS run on several devices is the run of one device on their joint batches. */
@Timeout(300)
class PawsOnSeveralDevicesTest {

    /** In float the rounding of one step is larger, and grows with every further step of this net on noise. */
    @ParameterizedTest
    @CsvSource({"DOUBLE, 2, false, 20, 1e-9", "DOUBLE, 3, true, 20, 1e-9", "FLOAT, 2, true, 3, 2e-3"})
    void a_run_equals_that_of_one_device_on_the_joint_batch(
            DataType type, int devices, boolean uniqueClasses, int steps, double tolerance) {
        SmallPaws paws = new SmallPaws(type, uniqueClasses);
        TrainedNet joint = paws.net();
        TrainedNet shared = paws.net();
        Replica.Factory shares = worker -> paws.share(shared.replica(worker));
        assertSameRun(paws.joint(joint, devices), shares, devices, new Bounds(steps, tolerance));
        assertThat(shared.state().batches()).isEqualTo(joint.state().batches());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void so_does_a_run_of_simclr_ct(int devices) {
        TrainedNet shared = SmallSimclrCt.net();
        Replica.Factory shares = worker -> SmallSimclrCt.share(shared.replica(worker));
        assertSameRun(SmallSimclrCt.joint(SmallSimclrCt.net(), devices), shares, devices, new Bounds(20, 1e-9));
    }

    private record Bounds(int steps, double tolerance) {}

    private static void assertSameRun(Replica alone, Replica.Factory shares, int devices, Bounds bounds) {
        try (DeviceStep together = DeviceStep.of(devices, shares)) {
            for (int step = 0; step < bounds.steps(); step++) {
                Map<String, Double> expected = alone.step().run(step).metrics();
                Map<String, Double> found = together.run(step).metrics();
                for (String metric : expected.keySet()) {
                    assertThat(found.get(metric))
                            .as(metric + " of step " + step)
                            .isCloseTo(expected.get(metric), withinShare(expected.get(metric), bounds.tolerance()));
                }
            }
            assertSame(together.parts(), alone.parts(), bounds.tolerance());
        }
    }

    /** Relative to the number, or absolute where that is below 1. */
    private static Offset<Double> withinShare(double number, double tolerance) {
        return within(tolerance * Math.max(1, Math.abs(number)));
    }

    @Test
    void a_run_that_was_stopped_goes_on_bit_for_bit(@TempDir Path folder) {
        SmallPaws paws = new SmallPaws(DataType.FLOAT, true);
        TrainedNet straight = paws.net();
        run(paws, straight, folder.resolve("straight"), Long.MAX_VALUE);
        TrainedNet first = paws.net();
        assertThat(run(paws, first, folder.resolve("stopped"), 4).finished()).isFalse();
        TrainedNet resumed = paws.net();
        assertThat(run(paws, resumed, folder.resolve("stopped"), Long.MAX_VALUE).finished())
                .isTrue();

        assertThat(resumed.buffers().data().asFloat())
                .containsExactly(straight.buffers().data().asFloat());
        assertThat(resumed.parameters().data().asFloat())
                .containsExactly(straight.parameters().data().asFloat());
    }

    private static LoopOutcome run(SmallPaws paws, TrainedNet net, Path folder, long stopAfter) {
        StopSignal stop = new StopSignal();
        TrainingListener stopping = new TrainingListener() {
            @Override
            public void onStep(StepEvent event) {
                if (event.step() == stopAfter) {
                    stop.request();
                }
            }
        };
        StageRunner runner =
                new StageRunner(folder, List.of(stopping), stop, Saving.everyEpoch(0), RunOrigin.unknown(), 2);
        Stage stage = new Stage("paws", 10, 4, SmallPaws.SHARE.rows()).on(runner.devices());
        try (DeviceStep step = runner.replicate(worker -> paws.share(net.replica(worker)))) {
            return runner.run(StageWork.of(stage, step, Map.of()));
        }
    }

    private static void assertSame(Map<String, Stateful> found, Map<String, Stateful> expected, double tolerance) {
        expected.forEach((part, state) -> {
            for (int i = 0; i < state.vectors().size(); i++) {
                String name = part + "." + state.vectors().get(i).name();
                assertThat(relativeError(
                                found.get(part).vectors().get(i).array(),
                                state.vectors().get(i).array()))
                        .as(name)
                        .isLessThan(tolerance);
            }
        });
    }
}
