package io.semisup4j.data.drawn;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that appears whole or not at all: written beside its place and renamed, safe among several processes. */
final class AtomicFolder {
    /** What a killed process left behind is removed after this time; nobody draws for so long. */
    private static final Duration STALE = Duration.ofHours(1);

    private final Path place;
    private final Check intact;

    AtomicFolder(Path place, Check intact) {
        this.place = place.toAbsolutePath();
        this.intact = intact;
    }

    /** Whether a folder needs no replacement. */
    interface Check {
        boolean test(Path folder) throws IOException;
    }

    /** Fills an empty folder. */
    interface Filling {
        void into(Path folder) throws IOException;
    }

    /** Fills a folder aside, then puts it in place, unless another process has put an intact one there meanwhile. */
    void replace(Filling filling) throws IOException {
        Files.createDirectories(place.getParent());
        removeStale();
        Path aside = Files.createTempDirectory(place.getParent(), asidePrefix());
        try {
            filling.into(aside);
            if (Files.exists(place)) {
                if (intact.test(place)) {
                    return;
                }
                Path old = Files.createTempDirectory(place.getParent(), asidePrefix());
                Files.move(place, old.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
                delete(old);
            }
            move(aside);
        } finally {
            delete(aside);
        }
    }

    private void move(Path aside) throws IOException {
        try {
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            if (!Files.exists(place) || !intact.test(place)) {
                throw taken;
            }
        }
    }

    private void removeStale() throws IOException {
        List<Path> candidates;
        try (Stream<Path> list = Files.list(place.getParent())) {
            candidates = list.filter(path -> path.getFileName().toString().startsWith(asidePrefix()))
                    .toList();
        }
        for (Path candidate : candidates) {
            if (Files.getLastModifiedTime(candidate)
                    .toInstant()
                    .isBefore(Instant.now().minus(STALE))) {
                delete(candidate);
            }
        }
    }

    private String asidePrefix() {
        return place.getFileName() + ".part-";
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }
}
