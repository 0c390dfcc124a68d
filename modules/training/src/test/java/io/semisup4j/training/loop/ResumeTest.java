package io.semisup4j.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.training.checkpoint.CheckpointException;
import java.nio.file.Path;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    private static final SaveSchedule OFTEN = new SaveSchedule(3, 1);

    @TempDir
    Path folder;

    private final Regression unbroken = new Regression();
    private final Diary story = new Diary();

    @BeforeEach
    void one_run_without_a_break() {
        LoopOutcome outcome = TrainingLoop.of(Regression.STAGE, unbroken)
                .listener(story)
                .afterEpoch((epoch, steps) -> unbroken.measure())
                .run();
        assertThat(outcome).isEqualTo(new LoopOutcome(14, true));
        assertThat(story.bySteps).hasSize(14);
    }

    @Test
    void a_step_that_dies_anywhere_changes_nothing_after_the_resume() {
        for (long death = 0; death < Regression.STAGE.totalSteps(); death++) {
            Path own = folder.resolve("death-" + death);
            Diary diary = new Diary();
            long deadly = death;
            assertThatThrownBy(() -> run(own, new Regression(), diary, step -> step == deadly, step -> false))
                    .isInstanceOf(Death.class);
            expectTheSameStory(own, diary, Math.max(death / 3 * 3, death / 4 * 4));
        }
    }

    @Test
    void a_stop_request_in_any_step_saves_that_step_and_changes_nothing_after_the_resume() {
        for (long stop = 0; stop < Regression.STAGE.totalSteps() - 1; stop++) {
            Path own = folder.resolve("stop-" + stop);
            Diary diary = new Diary();
            long last = stop;
            LoopOutcome outcome = run(own, new Regression(), diary, step -> false, step -> step == last);
            assertThat(outcome).isEqualTo(new LoopOutcome(stop + 1, false));
            assertThat(diary.ends).isZero();
            expectTheSameStory(own, diary, stop + 1);
        }
    }

    @Test
    void two_deaths_between_the_same_checkpoints_change_nothing() {
        Diary diary = new Diary();
        for (int death : new int[] {5, 4, 5, 11}) {
            assertThatThrownBy(() -> run(folder, new Regression(), diary, step -> step == death, step -> false))
                    .isInstanceOf(Death.class);
        }
        expectTheSameStory(folder, diary, 9);
    }

    @Test
    void a_finished_run_started_again_does_nothing_and_ends() {
        run(folder, new Regression(), new Diary(), step -> false, step -> false);
        Diary diary = new Diary();

        LoopOutcome outcome = run(folder, new Regression(), diary, step -> true, step -> false);

        assertThat(outcome).isEqualTo(new LoopOutcome(14, true));
        assertThat(diary.starts.get(0).firstStep()).isEqualTo(14);
        assertThat(diary.bySteps).isEmpty();
        assertThat(diary.ends).isEqualTo(1);
    }

    @Test
    void another_stage_in_the_same_folder_is_refused() {
        run(folder, new Regression(), new Diary(), step -> false, step -> false);
        Regression other = new Regression();

        assertThatThrownBy(() -> TrainingLoop.of(new Stage("supervised", 14, 7, 6), other)
                        .checkpoints(other.checkpoints(folder, OFTEN))
                        .run())
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("stage was 'regression' and is now 'supervised'")
                .hasMessageContaining("steps per epoch was '4' and is now '7'");
    }

    private void expectTheSameStory(Path own, Diary diary, long firstStep) {
        Regression resumed = new Regression();
        LoopOutcome outcome = run(own, resumed, diary, step -> false, step -> false);
        assertThat(outcome).isEqualTo(new LoopOutcome(14, true));
        assertThat(diary.starts.get(diary.starts.size() - 1).firstStep()).isEqualTo(firstStep);
        assertThat(diary.bySteps).isEqualTo(story.bySteps);
        assertThat(resumed.parameters.toDoubleVector()).containsExactly(unbroken.parameters.toDoubleVector());
        assertThat(resumed.teacher.toDoubleVector()).containsExactly(unbroken.teacher.toDoubleVector());
        assertThat(resumed.optimiser.momentum().toDoubleVector())
                .containsExactly(unbroken.optimiser.momentum().toDoubleVector());
        assertThat(resumed.optimiser.steps()).isEqualTo(14);
    }

    /** A run whose step dies halfway, its state already changed, or during which somebody asks to stop. */
    private static LoopOutcome run(
            Path folder, Regression regression, Diary diary, LongPredicate dies, LongPredicate stops) {
        StopSignal signal = new StopSignal();
        return TrainingLoop.of(Regression.STAGE, step -> {
                    if (stops.test(step)) {
                        signal.request();
                    }
                    StepResult result = regression.run(step);
                    if (dies.test(step)) {
                        throw new Death();
                    }
                    return result;
                })
                .listener(diary)
                .afterEpoch((epoch, steps) -> regression.measure())
                .checkpoints(regression.checkpoints(folder, OFTEN))
                .stopOn(signal)
                .run();
    }

    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }
}
