package io.semisup4j.training.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.loop.StopSignal;
import io.semisup4j.training.loop.TrainingListener;
import io.semisup4j.training.pretrained.RunOrigin;
import io.semisup4j.training.stage.Saving;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A checkpoint is that of one device, so another number of devices can go on from it, and says so. */
@Timeout(60)
class ResumeOnOtherDevicesTest {
    private final List<Long> firstSteps = new ArrayList<>();
    private final List<Double> seen = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    Path folder;

    @Test
    void the_state_is_the_first_devices_and_the_place_in_the_epoch_is_kept() {
        run(2, 4, 5);
        double saved = seen.get(seen.size() - 1);
        listen();
        LoopOutcome outcome = run(1, 8, Long.MAX_VALUE);

        assertThat(outcome.finished()).isTrue();
        assertThat(firstSteps).as("epoch 1 and a half, in steps").containsExactly(0L, 12L);
        double next = saved - 0.5 * (saved - SmallReplica.target(0, 12));
        assertThat(seen.get(6)).isEqualTo(next);
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).anySatisfy(line -> assertThat(line)
                .contains("on 1 device(s) where 2 began it")
                .contains("its step 6 is step 12 here (8 instead of 4 steps an epoch)"));
    }

    @Test
    void one_device_can_be_joined_by_others() {
        run(1, 8, 7);
        run(2, 4, Long.MAX_VALUE);
        assertThat(firstSteps).containsExactly(0L, 4L);
    }

    @Test
    void the_same_number_of_devices_resumes_with_the_same_step() {
        run(2, 4, 5);
        run(2, 4, Long.MAX_VALUE);
        assertThat(firstSteps).containsExactly(0L, 6L);
    }

    @Test
    void a_stage_for_one_device_refuses_several_in_a_sentence() {
        assertThatThrownBy(() -> runner(3, Long.MAX_VALUE)
                        .run(StageWork.of(
                                new Stage("linear", 4, 4, 6), step -> StepResult.of(Map.of()), Map.of(), Map.of())))
                .isInstanceOf(DevicesException.class)
                .hasMessageContaining("'linear' runs on 1 device(s) only, but 3 were asked for");
    }

    private LoopOutcome run(int devices, long stepsPerEpoch, long stopAfter) {
        StageRunner runner = runner(devices, stopAfter);
        Stage stage = new Stage("s", 3 * stepsPerEpoch, stepsPerEpoch, 6).on(devices);
        try (DeviceStep step = runner.replicate(worker -> new SmallReplica(worker, new AtomicInteger()).replica())) {
            return runner.run(StageWork.of(stage, step, Map.of("seed", "1")));
        }
    }

    private StageRunner runner(int devices, long stopAfter) {
        StopSignal stop = new StopSignal();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onStart(StageStart start) {
                firstSteps.add(start.firstStep());
            }

            @Override
            public void onStep(StepEvent event) {
                seen.add(event.metrics().get("w"));
                if (event.step() == stopAfter) {
                    stop.request();
                }
            }
        };
        return new StageRunner(folder, List.of(listener), stop, Saving.everyEpoch(0), RunOrigin.unknown(), devices);
    }

    private void listen() {
        log.start();
        ((Logger) LoggerFactory.getLogger("io.semisup4j.training.loop.LoopState")).addAppender(log);
    }
}
