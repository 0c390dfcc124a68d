package io.semisup4j.weights.npz;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.weights.TensorData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("golden")
class GoldenNpzTest {
    @Test
    void reads_every_array_of_every_file_that_numpy_wrote() throws IOException {
        Path folder = GoldenFolder.file("paws", ".");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> archives =
                    files.filter(file -> file.toString().endsWith(".npz")).toList();
            assertThat(archives).isNotEmpty();
            archives.forEach(GoldenNpzTest::readAll);
        }
    }

    private static void readAll(Path file) {
        try (NpzFile npz = NpzFile.open(file)) {
            assertThat(npz.names()).as(file.toString()).isNotEmpty();
            for (String name : npz.names()) {
                TensorData array = npz.read(name);
                assertThat(array.shape()).as(name).isEqualTo(npz.shape(name));
                assertThat(array.toDoubles()).as(name).hasSize(array.count());
            }
        }
    }
}
