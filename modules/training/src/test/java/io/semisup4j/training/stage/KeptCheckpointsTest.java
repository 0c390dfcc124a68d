package io.semisup4j.training.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.training.loop.SaveSchedule;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.loop.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptCheckpointsTest {
    /** Ten epochs of two steps. */
    private static final Stage STAGE = new Stage("s", 20, 2, 1);

    /** The accuracy after each epoch; the second is the best. */
    private static final List<Double> ACCURACY = List.of(0.1, 0.9, 0.2, 0.3, 0.4, 0.5, 0.9, 0.6, 0.5, 0.4);

    @TempDir
    Path folder;

    private List<Long> kept(Saving saving, Score score) throws IOException {
        StageRunner runner = new StageRunner(folder, List.of(), new StopSignal(), saving);
        runner.run(StageWork.of(STAGE, step -> StepResult.of(Map.of()), Map.of(), Map.of())
                .afterEpoch((epoch, done) -> Map.of("accuracy", ACCURACY.get(epoch)))
                .score(score));
        try (Stream<Path> checkpoints = Files.list(folder.resolve("s"))) {
            return checkpoints
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("step-"))
                    .map(name -> Long.parseLong(name.substring("step-".length())))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_newest_two_of_a_stage_without_a_score_are_kept() throws IOException {
        assertThat(kept(Saving.everyEpoch(1), Score.none())).containsExactly(19L, 20L);
    }

    @Test
    void the_earliest_of_the_best_epochs_stays_beside_the_newest() throws IOException {
        assertThat(kept(Saving.everyEpoch(0), Score.kept("accuracy"))).containsExactly(4L, 18L, 20L);
    }

    @Test
    void the_last_and_those_of_every_fourth_epoch_are_kept() throws IOException {
        Saving saving = new Saving(new SaveSchedule(0, 1), 1, 4);
        assertThat(kept(saving, Score.none())).containsExactly(8L, 16L, 20L);
    }

    @Test
    void a_stage_without_a_score_cannot_end_with_its_best_epoch() {
        assertThatThrownBy(() -> new Score(null, true)).hasMessageContaining("no best epoch");
    }
}
