package io.semisup4j.experiments.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process under SIGTERM, and beside a second one on its folder. */
class StoppedRunTest {
    /** The shell's numbers of an interrupt and of a request to end: 128 and the signal. */
    private static final List<Integer> ASKED_TO_STOP = List.of(130, 143);

    @TempDir
    Path temp;

    @Test
    void sigterm_saves_and_ends_and_meanwhile_a_second_process_is_refused() throws IOException, InterruptedException {
        Path folder = temp.resolve("run");
        ChildRun first = ChildRun.start(temp.resolve("first.txt"), smoke(folder));
        while (first.process().isAlive() && steps(folder) < 2) {
            Thread.sleep(10);
        }
        ChildRun second = ChildRun.start(temp.resolve("second.txt"), smoke(folder));

        assertThat(second.end()).as(second.text()).isEqualTo(2);
        assertThat(second.text())
                .contains("Another process (number " + first.process().pid() + ") is using the run folder")
                .doesNotContain("Exception");

        first.process().destroy();

        assertThat(first.end()).as(first.text()).isIn(ASKED_TO_STOP);
        assertThat(first.text())
                .containsPattern("Computing on cpu with \\d+ threads and kernels of (onednn and )?nd4j")
                .contains("Stopping after this step, to save the state.")
                .contains("was stopped and its state is saved")
                .doesNotContain("Exception");
        long steps = steps(folder);
        assertThat(folder.resolve("checkpoints/paws").resolve(String.format("step-%09d", steps)))
                .isDirectory();
        assertThat(folder.resolve("result.json")).doesNotExist();
    }

    /** Many short steps, saved only when asked to stop. */
    private static List<String> smoke(Path folder) {
        return new ArrayList<>(List.of(
                "-Dexperiment=paws-smoke",
                "-Drun.dir=" + folder,
                "-Dset.stepsPerEpoch=100000",
                "-Dset.paws.batch.images=8",
                "-Dset.paws.batch.supportImages=1"));
    }

    private static long steps(Path folder) throws IOException {
        Path metrics = folder.resolve("metrics.jsonl");
        if (!Files.exists(metrics)) {
            return 0;
        }
        return Files.readAllLines(metrics).stream()
                .filter(line -> line.startsWith("{\"event\":\"step\"") && line.endsWith("}"))
                .count();
    }
}
