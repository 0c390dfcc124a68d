package io.semisup4j.experiments.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a real file system that is full, then read-only, then mended. Mounting one needs root; else it is skipped. */
@Tag("soak")
class FullDiskTest {
    @TempDir
    Path temp;

    private Path disk;

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (disk != null) {
            shell("umount", disk.toString());
        }
    }

    @Test
    void a_full_and_a_read_only_disk_cost_a_sentence_and_nothing_else() throws IOException, InterruptedException {
        TinyRun run = TinyRun.in(temp.resolve("pictures"));
        Path unbroken = temp.resolve("unbroken");
        assertThat(ChildRun.run(temp.resolve("unbroken.txt"), run.settings(unbroken)))
                .isZero();
        mount();
        Path folder = disk.resolve("run");

        ChildRun full = ChildRun.start(temp.resolve("full.txt"), run.settings(folder));

        assertThat(full.end()).as(full.text()).isEqualTo(2);
        assertThat(full.text())
                .contains("could not be written")
                .contains("No space left on device")
                .contains("then start the same command again")
                .doesNotContain("at io.semisup4j");

        remount("ro");
        ChildRun readOnly = ChildRun.start(temp.resolve("read-only.txt"), run.settings(folder));

        assertThat(readOnly.end()).as(readOnly.text()).isEqualTo(2);
        assertThat(readOnly.text())
                .contains("Nothing can be written in the run folder")
                .doesNotContain("at io.semisup4j");

        remount("rw,size=64m");
        ChildRun mended = ChildRun.start(temp.resolve("mended.txt"), run.settings(folder));

        assertThat(mended.end()).as(mended.text()).isZero();
        assertThat(RunState.of(folder)).isEqualTo(RunState.of(unbroken));
    }

    /** Room for one checkpoint and a half. */
    private void mount() throws IOException, InterruptedException {
        Path point = Files.createDirectory(temp.resolve("disk"));
        boolean mounted = shell("mount", "-t", "tmpfs", "-o", "size=1m", "none", point.toString());
        assumeTrue(mounted, "a file system can only be mounted by root");
        disk = point;
    }

    private void remount(String options) throws IOException, InterruptedException {
        assertThat(shell("mount", "-o", "remount," + options, disk.toString())).isTrue();
    }

    private static boolean shell(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
