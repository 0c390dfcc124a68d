package io.semisup4j.reporting.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.reporting.Events;
import io.semisup4j.training.loop.Measurement;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsLogTest {
    @TempDir
    Path folder;

    private Path file;
    private String unbroken;

    @BeforeEach
    void writes_an_unbroken_run_to_compare_with() throws IOException {
        Path other = folder.resolve("unbroken.jsonl");
        try (MetricsLog log = new MetricsLog(other)) {
            Events.play(log, "paws", 0, 12, 0.5);
            Events.play(log, "supervised", 0, 12, 0.5);
        }
        unbroken = Files.readString(other);
        file = folder.resolve("metrics.jsonl");
    }

    private void session(String stage, int first, int stop) throws IOException {
        try (MetricsLog log = new MetricsLog(file)) {
            Events.play(log, stage, first, stop, 0.5);
        }
    }

    @Test
    void every_event_is_one_json_object_a_line() {
        assertThat(unbroken.lines())
                .hasSize(2 * (1 + 12 + 3 + 3))
                .startsWith(
                        "{\"event\":\"start\",\"stage\":\"paws\",\"firstStep\":0,\"totalSteps\":12,"
                                + "\"stepsPerEpoch\":4,\"imagesPerStep\":32}",
                        "{\"event\":\"step\",\"stage\":\"paws\",\"step\":0,\"epoch\":0,\"metrics\":"
                                + "{\"loss\":1.0,\"lr\":0.1,\"ploss\":2.0},\"seconds\":0.5,\"waitSeconds\":0.0}")
                .contains(
                        "{\"event\":\"epoch\",\"stage\":\"paws\",\"step\":4,\"epoch\":0,\"metrics\":"
                                + "{\"loss\":0.25,\"lr\":0.1,\"ploss\":0.5}}",
                        "{\"event\":\"measured\",\"stage\":\"paws\",\"step\":8,\"name\":\"paws.top1\",\"value\":0.1}");
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 4", "8, 4", "8, 8", "11, 8", "12, 8", "12, 0", "12, 12"})
    void a_resumed_stage_leaves_the_file_of_an_unbroken_run(int killedBefore, int resumedAt) throws IOException {
        session("paws", 0, killedBefore);
        session("paws", resumedAt, 12);
        session("supervised", 0, 12);
        assertThat(file).content().isEqualTo(unbroken);
    }

    @Test
    void a_resumed_second_stage_leaves_the_first_alone() throws IOException {
        session("paws", 0, 12);
        session("supervised", 0, 7);
        session("supervised", 4, 12);
        assertThat(file).content().isEqualTo(unbroken);
    }

    @Test
    void a_first_stage_run_again_replaces_all_that_followed() throws IOException {
        session("paws", 0, 12);
        session("supervised", 0, 7);
        session("paws", 8, 12);
        session("supervised", 0, 12);
        assertThat(file).content().isEqualTo(unbroken);
    }

    @Test
    void an_evaluation_repeated_at_the_resumed_step_is_written_once() throws IOException {
        session("paws", 0, 9);
        try (MetricsLog log = new MetricsLog(file)) {
            log.onStart(new StageStart("paws", 8, 12, 4, 32));
            log.onMeasured(new Measurement("paws", 8, "paws.top1", 0.1));
        }
        session("paws", 8, 12);
        session("supervised", 0, 12);
        assertThat(file).content().isEqualTo(unbroken);
    }

    @Test
    void a_line_cut_off_by_a_kill_is_dropped() throws IOException {
        session("paws", 0, 6);
        Files.writeString(file, "{\"event\":\"step\",\"sta", StandardOpenOption.APPEND);
        session("paws", 4, 12);
        session("supervised", 0, 12);
        assertThat(file).content().isEqualTo(unbroken);
    }

    @Test
    void numbers_that_are_not_finite_stay_readable() throws IOException {
        try (MetricsLog log = new MetricsLog(file)) {
            log.onStart(new StageStart("paws", 0, 1, 1, 1));
            log.onStep(new StepEvent("paws", 0, 0, Map.of("loss", Double.NaN), 0, 0));
        }
        assertThat(MetricsFile.read(file).get(1).at("/metrics/loss").asDouble()).isNaN();
        assertThat(file).content().contains("\"loss\":\"NaN\"");
    }

    @Test
    void a_place_that_cannot_be_written_is_named() {
        Path nowhere = folder.resolve("missing/metrics.jsonl");
        assertThatThrownBy(() -> new MetricsLog(nowhere).onStart(new StageStart("paws", 0, 1, 1, 1)))
                .hasMessageContaining(nowhere.toString());
    }
}
