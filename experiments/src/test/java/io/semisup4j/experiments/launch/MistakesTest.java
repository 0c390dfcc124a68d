package io.semisup4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake of a user ends with code 2, sentences, and nothing written. */
class MistakesTest {
    @TempDir
    Path temp;

    private String mistake(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "-Drun.dir=" + temp.resolve("run");
        Started started = Started.with(all);
        assertThat(started.code()).isEqualTo(ExitCode.MISTAKE);
        assertThat(started.text()).doesNotContain("Exception").doesNotContain("prepared");
        assertThat(temp.resolve("run")).doesNotExist();
        return started.text();
    }

    @Test
    void no_experiment_is_answered_with_the_list() {
        assertThat(mistake()).contains("Say which one with -Dexperiment=NAME.").contains("demo-steps two steps");
        assertThat(mistake("-Dexperiement=demo-steps")).contains("(You wrote -Dexperiement.)");
    }

    @Test
    void a_mistyped_experiment_is_answered_with_the_nearest_name() {
        assertThat(mistake("-Dexperiment=demo-stpes"))
                .contains("There is no experiment \"demo-stpes\". Did you mean demo-steps?")
                .contains("-Dexperiment=list");
        assertThat(mistake("-Dexperiment=show", "-Dname=demo")).contains("Did you mean demo-steps?");
        assertThat(mistake("-Dexperiment=show")).contains("-Dname=NAME");
    }

    @Test
    void mistyped_key_impossible_value_and_missing_data_are_told_together() {
        assertThat(mistake(
                        "-Dexperiment=demo-steps",
                        "-Dset.optimizer.rate=1",
                        "-Dset.optimiser.epochs=-2",
                        "-Dset.seed=one",
                        "-Dset.source=CIFAR10",
                        "-Ddata.cifar=" + temp))
                .contains("demo-steps was not started.")
                .contains("there is no key optimizer.rate. Did you mean optimiser.rate?")
                .contains("optimiser.epochs = -2: must be greater than 0; the default is 2.")
                .contains("-Dset.seed=one: \"one\" is not a whole number")
                .contains("needs a data set: CIFAR-10, binary layout")
                .contains("uses only cifar10. Did you mean cifar10?")
                .contains("-Dexperiment=show -Dname=demo-steps");
    }

    @Test
    void a_data_folder_is_asked_for_and_looked_at() throws IOException {
        String cifar = "-Dset.source=CIFAR10";
        assertThat(mistake("-Dexperiment=demo-steps", cifar))
                .contains("needs a data set: CIFAR-10, binary layout. Say where it is with -Ddata.cifar10=DIR.");
        assertThat(mistake("-Dexperiment=demo-steps", cifar, "-Ddata.cifar10=" + temp.resolve("none")))
                .contains("there is no such folder");
        assertThat(mistake("-Dexperiment=demo-steps", cifar, "-Ddata.cifar10=" + temp))
                .contains("this does not look like CIFAR-10, binary layout: there is no data_batch_1.bin in it.");
        Path file = Files.writeString(temp.resolve("file"), "");
        assertThat(mistake("-Dexperiment=demo-steps", cifar, "-Ddata.cifar10=" + file))
                .contains("this is a file");
        assertThat(mistake("-Dexperiment=demo-steps", cifar, "-Ddata.cifar=" + temp))
                .contains("-Ddata.cifar: this experiment uses only cifar10. Did you mean cifar10?");
    }

    @Test
    void a_data_folder_that_nothing_needs_is_told() {
        assertThat(mistake("-Dexperiment=demo-steps", "-Ddata.cifar10=" + temp)).contains("uses no data set");
    }

    @Test
    void a_missing_configuration_file_is_told() {
        assertThat(mistake("-Dexperiment=demo-steps", "-Dconfig=" + temp.resolve("my.yaml")))
                .contains("The configuration file " + temp.resolve("my.yaml") + " does not exist.");
    }

    @Test
    void a_path_that_cannot_be_spelled_is_told() {
        assertThat(mistake("-Dexperiment=demo-steps", "-Dconfig=a\u0000b")).contains("this is not a path");
        assertThat(mistake("-Dexperiment=demo-steps", "-Ddata.cifar10=")).contains("this is not a path");
    }

    @Test
    void an_impossible_number_of_devices_is_told() {
        for (String devices : List.of("0", "-2", "two", "65", "1.5", "99999999999")) {
            assertThat(mistake("-Dexperiment=demo-steps", "-Ddevices=" + devices))
                    .contains("-Ddevices=" + devices + ": give the number of devices, from 1 to 64.");
        }
    }

    @Test
    void a_run_folder_that_is_a_file_is_told() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        Started started = Started.with("-Dexperiment=demo-steps", "-Drun.dir=" + file);
        assertThat(started.code()).isEqualTo(ExitCode.MISTAKE);
        assertThat(started.text()).contains("is a file. Choose another with -Drun.dir=DIR.");
    }
}
