package io.semisup4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandsTest {
    @TempDir
    Path temp;

    private Path run(String name) {
        Path folder = temp.resolve(name);
        assertThat(Started.with("-Dexperiment=demo-steps", "-Drun.dir=" + folder)
                        .code())
                .isZero();
        return folder;
    }

    @Test
    void a_run_leaves_a_report_that_can_be_made_again() throws IOException {
        Path folder = run("first");
        Path report = folder.resolve("report.html");
        assertThat(report).content().contains("demo-steps", ">complete<", "demo.top1");
        assertThat(folder.resolve("tensorboard/demo")).isNotEmptyDirectory();
        String written = Files.readString(report);
        Files.delete(report);

        Started started = Started.with("-Dexperiment=report", "-Drun.dir=" + folder);
        assertThat(started.code()).isZero();
        assertThat(started.text()).contains("The page is " + report);
        assertThat(report).content().isEqualTo(written);
    }

    @Test
    void a_report_that_cannot_be_written_does_not_fail_the_run() throws IOException {
        Path folder = temp.resolve("blocked");
        Files.createDirectories(folder.resolve("report.html/in-the-way"));
        Files.writeString(folder.resolve("tensorboard"), "a file where a folder should be");
        Started started = Started.with("-Dexperiment=demo-steps", "-Drun.dir=" + folder);
        assertThat(started.code()).isZero();
        assertThat(folder.resolve("result.json")).exists();
        assertThat(folder.resolve("run.log"))
                .content()
                .contains("The TensorBoard files cannot be written")
                .contains("The report cannot be written");
    }

    @Test
    void several_runs_are_compared_in_one_page() {
        Path page = temp.resolve("page.html");
        Started started = Started.with(
                "-Dexperiment=compare", "-Dset.runs=" + run("first") + ", " + run("second"), "-Dset.page=" + page);
        assertThat(started.code()).isZero();
        assertThat(page).content().contains("2 runs side by side", "first", "second", "demo.top1");
    }

    @Test
    void mistakes_are_sentences() {
        assertThat(Started.with("-Dexperiment=report").text()).contains("with -Drun.dir=DIR");
        assertThat(Started.with("-Dexperiment=report", "-Drun.dir=" + temp).text())
                .contains(temp + " is not a run folder");
        assertThat(Started.with("-Dexperiment=compare").text()).contains("-Dset.runs=DIR,DIR");
        Started typo = Started.with("-Dexperiment=compare", "-Dset.run=" + temp);
        assertThat(typo.code()).isEqualTo(ExitCode.MISTAKE);
        assertThat(typo.text()).contains("Did you mean runs?");
    }
}
