package io.semisup4j.reporting.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.reporting.Events;
import io.semisup4j.reporting.metrics.MetricsLog;
import io.semisup4j.training.loop.EpochEvent;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import io.semisup4j.training.loop.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLogTest {
    private static final CsvFormat FORMAT = new CsvFormat("epoch,itr,ploss,lr,time (ms)", List.of("ploss", "lr"), 2);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("csv/paws_r0.csv");
    }

    private void session(int first, int stop) throws IOException {
        Path metrics = folder.resolve("metrics.jsonl");
        try (MetricsLog log = new MetricsLog(metrics);
                CsvLog csv = new CsvLog(file(), metrics, "paws", FORMAT)) {
            Events.play(both(log, csv), "paws", first, stop, 0.2567);
        }
    }

    private static TrainingListener both(TrainingListener first, TrainingListener second) {
        return new TrainingListener() {
            @Override
            public void onStart(StageStart start) {
                first.onStart(start);
                second.onStart(start);
            }

            @Override
            public void onStep(StepEvent event) {
                first.onStep(event);
                second.onStep(event);
            }

            @Override
            public void onEpoch(EpochEvent event) {
                first.onEpoch(event);
                second.onEpoch(event);
            }
        };
    }

    @Test
    void rows_hold_running_means_that_begin_anew_each_epoch() throws IOException {
        session(0, 12);
        // ploss of step s is 2 / (s + 1): the third row is (2/5) / 1, the fourth (2/5 + 2/6 + 2/7) / 3.
        assertThat(file())
                .content()
                .isEqualTo("epoch,itr,ploss,lr,time (ms)\n"
                        + "1,0,2.00000,0.10000,256\n"
                        + "1,2,1.22222,0.10000,256\n"
                        + "2,0,0.40000,0.10000,256\n"
                        + "2,2,0.33968,0.10000,256\n"
                        + "3,0,0.22222,0.10000,256\n"
                        + "3,2,0.20135,0.10000,256\n");
    }

    @ParameterizedTest
    @CsvSource({"6, 4", "7, 3", "11, 6", "12, 12", "5, 0"})
    void a_resumed_stage_leaves_the_file_of_an_unbroken_run(int killedBefore, int resumedAt) throws IOException {
        session(0, 12);
        String unbroken = Files.readString(file());
        Files.delete(file());
        Files.delete(folder.resolve("metrics.jsonl"));
        session(0, killedBefore);
        session(resumedAt, 12);
        assertThat(file()).content().isEqualTo(unbroken);
    }

    @Test
    void other_stages_leave_the_file_alone() throws IOException {
        session(0, 12);
        String paws = Files.readString(file());
        try (CsvLog csv = new CsvLog(file(), folder.resolve("metrics.jsonl"), "paws", FORMAT)) {
            Events.play(csv, "supervised", 0, 12, 1);
        }
        assertThat(file()).content().isEqualTo(paws);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000050, 0.00001", // the double lies above the half
        "0.000015, 0.00002",
        "1.0000349999, 1.00003",
        "0.5, 0.50000",
        "-0.0000001, -0.00000",
        "NaN, nan",
        "-Infinity, -inf"
    })
    void numbers_are_rounded_as_c_rounds_them(double value, String text) {
        assertThat(CsvRows.fixed(value)).isEqualTo(text);
    }

    @Test
    void an_exact_half_goes_to_the_even_digit() {
        assertThat(CsvRows.fixed(1 / 64.0)).isEqualTo("0.01562"); // 0.015625
        assertThat(CsvRows.fixed(3 / 64.0)).isEqualTo("0.04688"); // 0.046875
    }

    @Test
    void a_metric_that_a_step_lacks_is_not_a_number() throws IOException {
        try (CsvLog csv = new CsvLog(file(), folder.resolve("metrics.jsonl"), "paws", FORMAT)) {
            csv.onStart(new StageStart("paws", 0, 1, 1, 1));
            csv.onStep(new StepEvent("paws", 0, 0, Map.of("lr", 0.1), 0.0019, 0));
        }
        assertThat(file()).content().endsWith("1,0,nan,0.10000,1\n");
    }
}
