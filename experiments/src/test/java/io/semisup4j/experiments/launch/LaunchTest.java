package io.semisup4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.reporting.folder.ResultFile;
import io.semisup4j.reporting.folder.RunFolder;
import io.semisup4j.reporting.metrics.MetricsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchTest {
    @TempDir
    Path temp;

    private Started demo(DemoExperiment.Body body) {
        return Started.with(body, "-Dexperiment=demo-steps", "-Drun.dir=" + temp.resolve("run"));
    }

    private Path in(String name) {
        return temp.resolve("run").resolve(name);
    }

    @Test
    void a_complete_run_leaves_its_folder_filled() throws IOException {
        Started started =
                Started.with("-Dexperiment=demo-steps", "-Dset.optimiser.rate=0.5", "-Drun.dir=" + temp.resolve("run"));

        assertThat(started.code()).isEqualTo(ExitCode.SUCCESS);
        assertThat(started.text()).contains("prepared").contains("demo.top1 = 0.5000");
        assertThat(ResultFile.read(in("result.json")))
                .isEqualTo(new ResultFile("demo-steps", Map.of("demo.top1", 0.5), 0));
        assertThat(in("config.yaml")).content().contains("rate: 0.5 # default: 0.1");
        assertThat(in("versions.json")).content().contains("\"experiment\" : \"demo-steps\"");
        assertThat(MetricsFile.read(in("metrics.jsonl"))).hasSize(3);
        assertThat(in("run.log")).content().contains("demo step 2/2 (100 %)");
        assertThat(in("checkpoints")).isDirectory();
    }

    @Test
    void the_number_of_devices_reaches_the_machine_and_the_experiment() {
        StringBuilder seen = new StringBuilder();
        Started started = Started.with(
                run -> seen.append(run.devices()).append(' '),
                "-Dexperiment=demo-steps",
                "-Ddevices=3",
                "-Drun.dir=" + temp.resolve("run"));

        assertThat(started.text()).contains("prepared for 3");
        assertThat(seen).hasToString("3 3 ");
    }

    @Test
    void list_prints_every_experiment_its_name_first() {
        assertThat(Started.with("-Dexperiment=list"))
                .isEqualTo(new Started(0, "demo-steps two steps that compute nothing; needs no data "));
    }

    @Test
    void show_prints_the_configuration_with_overrides_and_needs() {
        Started started =
                Started.with("-Dexperiment=show", "-Dname=demo-steps", "-Dset.seed=3", "-Dset.source=CIFAR10");
        assertThat(started.code()).isEqualTo(ExitCode.SUCCESS);
        assertThat(started.text())
                .startsWith("# demo-steps: two steps")
                .contains("seed: 3 # default: 1")
                .contains("epochs: 2")
                .contains("needs -Ddata.cifar10=DIR: CIFAR-10, binary layout");
    }

    @Test
    void a_stop_request_ends_with_130_and_says_how_to_continue() {
        Started started = demo(run -> run.stop().request());
        assertThat(started.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(started.text()).contains("with -Drun.dir=" + temp.resolve("run") + " continues it");
        assertThat(in("result.json")).doesNotExist();
    }

    @Test
    void a_programming_error_is_one_sentence_and_a_stack_trace_in_the_log() {
        Started started = demo(run -> {
            throw new IllegalStateException("the index is off");
        });
        assertThat(started.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(started.text())
                .contains("An error in semisup4j itself stopped the run: "
                        + "java.lang.IllegalStateException: the index is off.")
                .contains(in("run.log").toString())
                .doesNotContain("at io.semisup4j");
        assertThat(in("run.log")).content().contains("the index is off").contains("at io.semisup4j.experiments");
    }

    @Test
    void a_broken_file_met_during_the_run_is_a_sentence_even_when_wrapped() {
        Started started = demo(run -> {
            RuntimeException broken = new DataException("data_batch_1.bin is cut off.");
            throw new CompletionException(broken);
        });
        assertThat(started.code()).isEqualTo(ExitCode.MISTAKE);
        assertThat(started.text()).contains("- data_batch_1.bin is cut off.").doesNotContain("Exception");
    }

    @Test
    void a_full_disk_and_a_full_memory_get_sentences() {
        assertThat(demo(run -> {
                            throw new UncheckedIOException(new IOException("No space left on device"));
                        })
                        .text())
                .contains("Reading or writing failed: IOException: No space left on device.")
                .contains("start the same command again");
        assertThat(demo(run -> {
                            throw new UncheckedIOException(
                                    "metrics cannot be written to m.jsonl", new IOException("No space left on device"));
                        })
                        .text())
                .contains("metrics cannot be written to m.jsonl (IOException: No space left on device).");
        assertThat(demo(run -> {
                            throw new OutOfMemoryError("Java heap space");
                        })
                        .text())
                .contains("The memory is used up (Java heap space).");
    }

    @Test
    void a_run_goes_on_in_its_folder_with_the_same_values_only() {
        assertThat(demo(run -> {}).code()).isZero();
        assertThat(demo(run -> {}).code()).isZero();

        String folder = "-Drun.dir=" + temp.resolve("run");
        assertThat(Started.with("-Dexperiment=demo-steps", folder, "-Dset.threads=1")
                        .code())
                .isZero();
        Started other = Started.with("-Dexperiment=demo-steps", folder, "-Dset.seed=5", "-Dset.optimiser.epochs=9");
        assertThat(other.code()).isEqualTo(ExitCode.MISTAKE);
        assertThat(other.text())
                .contains("demo-steps was not continued.")
                .contains("seed is 1 in the run folder but 5 now.")
                .contains("optimiser.epochs is 2 in the run folder but 9 now.")
                .contains("-Dconfig=" + in("config.yaml"));
    }

    @ParameterizedTest
    @CsvSource({"kernels.exact, false, true", "kernels.winogradProducts, 200000000, 0"})
    void a_run_goes_on_with_the_switches_that_it_began_with(String name, String before, String now) {
        assertThat(demo(run -> {}).code()).isZero();
        System.setProperty(name, now);
        try {
            Started other = demo(run -> {});
            assertThat(other.code()).isEqualTo(ExitCode.MISTAKE);
            assertThat(other.text())
                    .contains("The run began with -D" + name + "=" + before + ", and now it is " + now)
                    .contains("begin anew in another folder");
        } finally {
            System.clearProperty(name);
        }
        assertThat(demo(run -> {}).code()).isZero();
    }

    @Test
    void a_folder_that_no_longer_says_whose_it_is_is_refused() throws IOException {
        assertThat(demo(run -> {}).code()).isZero();
        Files.writeString(in("versions.json"), "{\"experi");
        Started started = demo(run -> {});
        assertThat(started.code()).isEqualTo(ExitCode.MISTAKE);
        assertThat(started.text()).contains("versions.json is damaged").doesNotContain("Exception");
    }

    @Test
    void a_folder_in_use_is_refused() {
        try (RunFolder held = RunFolder.open(temp.resolve("run"))) {
            Started started = demo(run -> {});
            assertThat(started.code()).isEqualTo(ExitCode.MISTAKE);
            assertThat(started.text()).contains("is using the run folder " + held.path());
        }
    }
}
