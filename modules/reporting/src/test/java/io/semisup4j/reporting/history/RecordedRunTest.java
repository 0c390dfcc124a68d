package io.semisup4j.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.reporting.Events;
import io.semisup4j.reporting.folder.RunFolderException;
import io.semisup4j.reporting.metrics.MetricsLog;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunTest {
    @TempDir
    Path folder;

    private void play(String stage, int steps) throws IOException {
        try (MetricsLog log = new MetricsLog(folder.resolve("metrics.jsonl"))) {
            Events.play(log, stage, 0, steps, 0.5);
        }
    }

    @Test
    void stages_come_with_their_curves_time_and_measurements() throws IOException {
        play("paws", 12);
        play("supervised", 6);
        List<StageCourse> stages = RecordedRun.read(folder).course().stages();
        assertThat(stages).extracting(StageCourse::stage).containsExactly("paws", "supervised");
        StageCourse paws = stages.get(0);
        assertThat(paws.complete()).isTrue();
        assertThat(paws.seconds()).isEqualTo(6);
        assertThat(paws.images()).isEqualTo(12 * 32);
        assertThat(paws.metrics().get("ploss")).hasSize(12).startsWith(Point.of(1, 2.0));
        assertThat(paws.imagesPerSecond()).containsOnly(paws.imagesPerSecond().toArray(Point[]::new));
        assertThat(paws.measured().get("paws.top1")).extracting(Point::x).containsExactly(4.0, 8.0, 12.0);
        assertThat(stages.get(1).stepsDone()).isEqualTo(6);
        assertThat(stages.get(1).share()).isEqualTo(0.5);
    }

    @Test
    void a_long_curve_keeps_mean_and_range_of_neighbouring_steps_in_few_points() throws IOException {
        int steps = 10_000;
        try (MetricsLog log = new MetricsLog(folder.resolve("metrics.jsonl"))) {
            log.onStart(new StageStart("paws", 0, steps, 100, 1));
            for (int i = 0; i < steps; i++) {
                log.onStep(new StepEvent("paws", i, i / 100, Map.of("loss", i % 2 == 0 ? 1.0 : 3.0), 0, 0));
            }
        }
        List<Point> loss =
                RecordedRun.read(folder).course().stages().get(0).metrics().get("loss");
        assertThat(loss).hasSizeBetween(200, 240).allSatisfy(point -> {
            assertThat(point.mean()).isBetween(1.9, 2.1);
            assertThat(point.low()).isEqualTo(1);
            assertThat(point.high()).isEqualTo(3);
        });
        assertThat(loss.get(loss.size() - 1).x()).isEqualTo(steps);
    }

    @Test
    void the_configuration_tells_its_differences() throws IOException {
        Files.writeString(
                folder.resolve("config.yaml"),
                """
                # demo: two steps: with a colon
                loss:
                  temperature: 0.2 # published: 0.1
                  sizes: [1, 2]
                views:
                - size: 8
                - size: 16 # default: 12
                seed: 1
                """);
        ConfigFile config = RecordedRun.read(folder).config();
        assertThat(config.summary()).isEqualTo("two steps: with a colon");
        assertThat(config.values())
                .containsExactly(
                        new ConfigValue("loss.temperature", "0.2", "0.1", true),
                        new ConfigValue("loss.sizes", "[1, 2]", null, false),
                        new ConfigValue("views.0.size", "8", null, false),
                        new ConfigValue("views.1.size", "16", "12", false),
                        new ConfigValue("seed", "1", null, false));
    }

    @Test
    void another_folder_and_a_broken_file_are_sentences() throws IOException {
        assertThatThrownBy(() -> RecordedRun.read(folder))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining(folder + " is not a run folder");
        Files.writeString(folder.resolve("config.yaml"), "a: [1");
        assertThatThrownBy(() -> RecordedRun.read(folder))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("config.yaml is not readable as YAML");
    }
}
