package io.semisup4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.weights.npz.NpzFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitFileTest {
    @TempDir
    Path folder;

    @Test
    void keeps_the_order_of_the_file_and_writes_it_back() throws IOException {
        Split split = SplitFile.read(file("4780\n41187\n\n6\r\n"), 50_000);
        assertThat(split.indices()).containsExactly(4780, 41187, 6);
        Path copy = folder.resolve("copy.txt");
        SplitFile.write(split, copy);
        assertThat(SplitFile.read(copy, 50_000)).isEqualTo(split);
    }

    @Test
    void tells_all_problems_at_once_with_their_lines() throws IOException {
        Path file = file("3\nfour\n3\n-1\n10\n2.5\n99999999999\n");
        assertThatThrownBy(() -> SplitFile.read(file, 10))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.problems()).hasSize(6))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("line 2 is 'four'")
                .hasMessageContaining("line 3 is 3, which line 1 has already")
                .hasMessageContaining("line 4 is -1; the data set has 10 training pictures")
                .hasMessageContaining("line 5 is 10;")
                .hasMessageContaining("line 6 is '2.5'")
                .hasMessageContaining("line 7 is '99999999999'");
    }

    @Test
    void shows_the_first_twenty_problems_and_counts_the_rest() throws IOException {
        Path file = file("x\n".repeat(25));
        assertThatThrownBy(() -> SplitFile.read(file, 10))
                .hasMessageContaining("line 20 ")
                .hasMessageNotContaining("line 21 ")
                .hasMessageContaining("5 more problems");
    }

    @Test
    void an_empty_and_a_missing_file_say_what_to_do() throws IOException {
        Path empty = file("\n\n");
        assertThatThrownBy(() -> SplitFile.read(empty, 10)).hasMessageContaining("lists no index");
        Path missing = folder.resolve("nowhere.txt");
        assertThatThrownBy(() -> SplitFile.read(missing, 10))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("does not exist");
    }

    @Test
    void the_digest_tells_order_and_content() throws IOException {
        Split split = SplitFile.read(file("1\n2\n"), 10);
        // printf '1\n2\n' | sha256sum
        assertThat(split.digest()).isEqualTo("a6e2b7a040683432de03a18fd8a1939a2fdf82585b364bfc874bdd4095c4cae1");
        assertThat(SplitFile.read(file("2\n1\n"), 10).digest()).isNotEqualTo(split.digest());
    }

    @Test
    @Tag("golden")
    void imports_the_official_lists() throws IOException {
        try (NpzFile golden = NpzFile.open(GoldenFolder.file("paws", "splits_cifar10.npz"))) {
            assertThat(golden.names()).isNotEmpty();
            for (String name : golden.names()) {
                long[] indices = golden.longs(name);
                String lines = Arrays.stream(indices).mapToObj(Long::toString).collect(Collectors.joining("\n"));
                assertThat(Arrays.stream(SplitFile.read(file(lines), 50_000).indices())
                                .asLongStream()
                                .toArray())
                        .isEqualTo(indices);
            }
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "split", ".txt"), text);
    }
}
