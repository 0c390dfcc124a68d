package io.semisup4j.reporting.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path temp;

    @Test
    void a_new_folder_is_made_with_its_parents() {
        try (RunFolder run = RunFolder.open(temp.resolve("runs/paws/1"))) {
            assertThat(run.checkpoints()).isDirectory();
            assertThat(run.metrics()).isEqualTo(temp.resolve("runs/paws/1/metrics.jsonl"));
        }
    }

    @Test
    void a_folder_in_use_is_refused_with_its_owner_and_free_afterwards() {
        long me = ProcessHandle.current().pid();
        try (RunFolder run = RunFolder.open(temp)) {
            assertThatExceptionOfType(RunFolderException.class)
                    .isThrownBy(() -> RunFolder.open(run.path()))
                    .withMessage("Another process (number " + me + ") is using the run folder " + temp
                            + ". Wait until it ends, or choose another folder with -Drun.dir=DIR.");
        }
        RunFolder.open(temp).close();
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_named() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertThatExceptionOfType(RunFolderException.class)
                .isThrownBy(() -> RunFolder.open(file))
                .withMessage("The run folder " + file + " is a file. Choose another with -Drun.dir=DIR.");
        assertThatExceptionOfType(RunFolderException.class)
                .isThrownBy(() -> RunFolder.open(file.resolve("run")))
                .withMessageStartingWith("Nothing can be written in the run folder " + file.resolve("run") + ": ")
                .withMessageEndingWith(". Choose another with -Drun.dir=DIR.");
    }

    @Test
    void a_folder_without_permission_is_named() throws IOException {
        Path closed = Files.createDirectory(
                temp.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        assumeTrue(!Files.isWritable(closed), "this user may write everywhere");
        assertThatExceptionOfType(RunFolderException.class)
                .isThrownBy(() -> RunFolder.open(closed))
                .withMessageContaining("no permission for " + closed);
    }

    @Test
    void a_result_is_written_whole_with_sorted_metrics_and_read_back() throws IOException {
        Path file = temp.resolve("result.json");
        ResultFile result =
                new ResultFile("paws-shapes", Map.of("supervised.top1", 0.25, "paws.softnn.top1", 0.75), 61.5);
        result.write(file);
        result.write(file);
        assertThat(ResultFile.read(file)).isEqualTo(result);
        assertThat(Files.readString(file).replaceAll("\\s", ""))
                .isEqualTo("{\"experiment\":\"paws-shapes\",\"metrics\":"
                        + "{\"paws.softnn.top1\":0.75,\"supervised.top1\":0.25},\"seconds\":61.5}");
        assertThat(temp).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void versions_name_the_libraries_and_are_read_back() throws IOException {
        Versions versions = Versions.of("paws-shapes", 2);
        versions.write(temp.resolve("versions.json"));
        assertThat(Versions.read(temp.resolve("versions.json"))).isEqualTo(versions);
        assertThat(versions.experiment()).isEqualTo("paws-shapes");
        assertThat(versions.values())
                .containsEntry("nd4j", "1.0.0-M2.1")
                .containsEntry("devices", "2")
                .containsKeys("java", "system", "semisup4j");
    }
}
