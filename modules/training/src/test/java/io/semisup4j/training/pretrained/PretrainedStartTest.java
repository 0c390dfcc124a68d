package io.semisup4j.training.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.training.loop.Beginning;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.loop.StopSignal;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.stage.Saving;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
import io.semisup4j.training.state.Stateful;
import io.semisup4j.weights.WeightsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

class PretrainedStartTest {
    private static final Stage STAGE = new Stage("paws", 6, 3, 1);

    @TempDir
    Path folder;

    @Test
    void weights_alone_begin_at_step_0_with_a_fresh_optimiser() {
        SmallNet earlier = new SmallNet(3, DataType.FLOAT);
        earlier.run(folder.resolve("earlier/checkpoints"), "paws", 4);
        SmallNet later = new SmallNet(5, DataType.FLOAT);
        Beginning beginning = PretrainedStart.weights(folder.resolve("earlier"), later.net);
        assertThat(beginning.begin(STAGE)).isZero();
        for (String name : earlier.exported().names()) {
            assertThat(later.exported().read(name))
                    .as(name)
                    .isEqualTo(earlier.exported().read(name));
        }
        assertThat(later.net.state().batches()).isEqualTo(earlier.net.state().batches());
        assertThat(later.optimiser.momentum().amaxNumber().doubleValue()).isZero();
        assertThat(later.optimiser.steps()).isZero();
    }

    @Test
    void a_run_with_a_checkpoint_of_its_own_resumes_and_asks_for_no_beginning() {
        List<Long> steps = new ArrayList<>();
        steps(steps, stage -> 2);
        assertThat(steps).containsExactly(2L, 3L);
        steps(steps, stage -> {
            throw new AssertionError("a resumed stage begins only once");
        });
        assertThat(steps).containsExactly(2L, 3L, 4L, 5L);
    }

    /** Notes the steps of a stage that is stopped after step 3 and after its end. */
    private void steps(List<Long> steps, Beginning beginning) {
        StopSignal stop = new StopSignal();
        TrainStep noting = step -> {
            steps.add(step);
            if (step == 3) {
                stop.request();
            }
            return StepResult.of(Map.of());
        };
        Map<String, Stateful> parts = Map.of(TrainedNet.PART, new SmallNet(1, DataType.FLOAT).net);
        new StageRunner(folder.resolve("own"), List.of(), stop, Saving.everyEpoch(0))
                .run(StageWork.of(STAGE, noting, parts, Map.of()).beginning(beginning));
    }

    @Test
    void a_run_of_ours_is_not_continued_in_another() {
        SmallNet small = new SmallNet(3, DataType.FLOAT);
        small.run(folder.resolve("checkpoints"), "paws", 4);
        Beginning beginning = PretrainedStart.training(folder, small.net, small.optimiser);
        assertThatThrownBy(() -> beginning.begin(STAGE))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("-Drun.dir")
                .hasMessageContaining("initFrom");
    }

    @Test
    void weights_of_another_network_are_refused_with_every_difference() {
        SmallNet small = new SmallNet(3, DataType.FLOAT);
        Path file = folder.resolve("encoder.safetensors");
        ExportedWeights.write(
                file,
                small.exported().without("pred.*"),
                new TrainingRecord(RunOrigin.unknown(), "paws", 1, 1, Map.of()));
        Beginning beginning = PretrainedStart.weights(file, small.net);
        assertThatThrownBy(() -> beginning.begin(STAGE))
                .isInstanceOfSatisfying(
                        WeightsException.class,
                        refusal -> assertThat(refusal.details()).hasSize(14).contains("missing pred.fc2.bias"))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("pred.bn1.running_var")
                .hasMessageContaining("pred.fc2.bias");
    }
}
