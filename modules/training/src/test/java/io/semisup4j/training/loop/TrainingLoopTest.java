package io.semisup4j.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.training.checkpoint.CheckpointFolder;
import io.semisup4j.training.checkpoint.Retention;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingLoopTest {

    @TempDir
    Path folder;

    @Test
    void learns_a_line() {
        Regression regression = new Regression();
        List<Double> means = new ArrayList<>();

        TrainingLoop.of(Regression.STAGE, regression)
                .listener(new TrainingListener() {
                    @Override
                    public void onEpoch(EpochEvent event) {
                        means.add(event.means().get("loss"));
                    }
                })
                .run();

        assertThat(means).hasSize(4);
        assertThat(means.get(3)).isLessThan(means.get(0) / 4);
    }

    @Test
    void tells_steps_epochs_and_measurements_in_order_with_their_times() {
        AtomicLong time = new AtomicLong();
        List<String> told = new ArrayList<>();
        TrainingLoop.of(new Stage("s", 3, 2, 5), step -> {
                    time.addAndGet((step + 1) * 1_000_000_000L);
                    return new StepResult(Map.of("loss", 1.0 + step), 0.5 * step);
                })
                .clock(time::get)
                .listener(new Telling(told))
                .afterEpoch((epoch, steps) -> epoch == 1 ? Map.of("top1", 0.5) : Map.of())
                .run();

        assertThat(told)
                .containsExactly(
                        "StageStart[stage=s, firstStep=0, totalSteps=3, stepsPerEpoch=2, imagesPerStep=5]",
                        "StepEvent[stage=s, step=0, epoch=0, metrics={loss=1.0}, seconds=1.0, waitSeconds=0.0]",
                        "StepEvent[stage=s, step=1, epoch=0, metrics={loss=2.0}, seconds=2.0, waitSeconds=0.5]",
                        "EpochEvent[stage=s, epoch=0, epochs=2, means={loss=1.5}]",
                        "StepEvent[stage=s, step=2, epoch=1, metrics={loss=3.0}, seconds=3.0, waitSeconds=1.0]",
                        "EpochEvent[stage=s, epoch=1, epochs=2, means={loss=3.0}]",
                        "Measurement[stage=s, step=3, name=top1, value=0.5]",
                        "end of s");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_metric_that_is_not_finite_ends_the_run_with_advice_and_keeps_the_last_good_state(double value) {
        Regression regression = new Regression();
        TrainStep diverging =
                step -> step < 5 ? regression.run(step) : StepResult.of(Map.of("loss", 1.0, "ploss", value, "lr", 6.4));

        assertThatThrownBy(() -> TrainingLoop.of(Regression.STAGE, diverging)
                        .checkpoints(regression.checkpoints(folder, SaveSchedule.everyEpoch()))
                        .run())
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("metric 'ploss' is " + value)
                .hasMessageContaining("step 5")
                .hasMessageContaining("learning rate 6.4")
                .hasMessageContaining("lower learning rate or a longer warm-up")
                .hasMessageContaining("last good checkpoint is " + folder.resolve("step-000000004"));
        assertThat(newestStep()).isEqualTo(4);
    }

    @Test
    void a_vector_that_is_not_finite_is_never_saved_although_the_metrics_are() {
        Regression regression = new Regression();
        TrainStep poisoning = step -> {
            StepResult result = regression.run(step);
            if (step == 6) {
                regression.parameters.putScalar(2, Double.NaN);
                return StepResult.of(Map.of("loss", 1.0));
            }
            return result;
        };

        assertThatThrownBy(() -> TrainingLoop.of(Regression.STAGE, poisoning)
                        .checkpoints(regression.checkpoints(folder, new SaveSchedule(1, 0)))
                        .run())
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("vector 'student.parameters' is no longer finite at step 6");
        assertThat(newestStep()).isEqualTo(6);
    }

    @Test
    void the_best_checkpoint_is_the_one_with_the_highest_score() {
        Regression regression = new Regression();
        double[] scores = {0.1, 0.7, 0.3, 0.2};

        TrainingLoop.of(Regression.STAGE, regression)
                .checkpoints(regression.checkpoints(folder, SaveSchedule.everyEpoch()))
                .afterEpoch((epoch, steps) -> Map.of("error", scores[epoch]))
                .run();

        CheckpointFolder checkpoints = new CheckpointFolder(folder, Retention.standard());
        assertThat(checkpoints.best().orElseThrow().header().step()).isEqualTo(8);
        assertThat(checkpoints.best().orElseThrow().header().score()).isEqualTo(0.7);
        assertThat(newestStep()).isEqualTo(14);
    }

    @Test
    void saves_every_n_steps_every_n_epochs_and_at_the_end() {
        Stage stage = new Stage("s", 11, 2, 1);
        SaveSchedule schedule = new SaveSchedule(5, 2);
        List<Long> due = new ArrayList<>();
        for (long done = 1; done <= 11; done++) {
            if (schedule.isDue(stage, done)) {
                due.add(done);
            }
        }

        assertThat(due).containsExactly(4L, 5L, 8L, 10L, 11L);
    }

    @Test
    void refuses_a_stage_without_steps() {
        assertThatThrownBy(() -> new Stage("paws", 0, 10, 1)).hasMessageContaining("'paws' has 0 steps");
        assertThatThrownBy(() -> new Stage("paws", 10, 0, 1)).hasMessageContaining("0 steps an epoch");
    }

    private long newestStep() {
        return new CheckpointFolder(folder, Retention.standard())
                .newestIntact()
                .orElseThrow()
                .header()
                .step();
    }

    private record Telling(List<String> told) implements TrainingListener {
        @Override
        public void onStart(StageStart start) {
            told.add(start.toString());
        }

        @Override
        public void onStep(StepEvent event) {
            told.add(event.toString());
        }

        @Override
        public void onEpoch(EpochEvent event) {
            told.add(event.toString());
        }

        @Override
        public void onMeasured(Measurement measurement) {
            told.add(measurement.toString());
        }

        @Override
        public void onEnd(String stage) {
            told.add("end of " + stage);
        }
    }
}
