package io.semisup4j.data.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {
    @TempDir
    Path cache;

    private final AtomicFolder.Check holdsGoodText = folder -> Files.exists(folder.resolve("text"))
            && Files.readString(folder.resolve("text")).startsWith("good");

    @Test
    void a_failure_half_way_leaves_nothing_behind() throws IOException {
        AtomicFolder folder = new AtomicFolder(cache.resolve("set"), holdsGoodText);
        assertThatThrownBy(() -> folder.replace(aside -> {
                    Files.writeString(aside.resolve("text"), "go");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_damaged_folder_gives_way() throws IOException {
        Path place = Files.createDirectory(cache.resolve("set"));
        Files.writeString(place.resolve("text"), "bad");
        new AtomicFolder(place, holdsGoodText).replace(aside -> Files.writeString(aside.resolve("text"), "good"));
        assertThat(place.resolve("text")).hasContent("good");
        assertThat(entries()).containsExactly(place);
    }

    @Test
    void an_intact_folder_of_another_process_stays() throws IOException {
        Path place = cache.resolve("set");
        new AtomicFolder(place, holdsGoodText).replace(aside -> {
            Files.createDirectory(place);
            Files.writeString(place.resolve("text"), "good too");
        });
        assertThat(place.resolve("text")).hasContent("good too");
        assertThat(entries()).containsExactly(place);
    }

    @Test
    void removes_what_a_killed_process_left_long_ago_and_spares_what_another_is_writing() throws IOException {
        Path old = Files.createDirectory(cache.resolve("set.part-1"));
        Path current = Files.createDirectory(cache.resolve("set.part-2"));
        Files.writeString(old.resolve("text"), "go");
        Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000));
        Path place = cache.resolve("set");
        new AtomicFolder(place, holdsGoodText).replace(aside -> Files.writeString(aside.resolve("text"), "good"));
        assertThat(entries()).containsExactlyInAnyOrder(place, current);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> list = Files.list(cache)) {
            return list.toList();
        }
    }
}
