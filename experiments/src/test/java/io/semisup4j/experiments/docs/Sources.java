package io.semisup4j.experiments.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The production sources of all modules, as text. */
final class Sources {
    /** The project's folder: tests run in a module's. */
    static final Path ROOT = root();

    private Sources() {}

    /** Every production source file. */
    static List<Path> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> ROOT.relativize(file).toString().contains("src/main/java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source of a top-level class. */
    static String of(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".java";
        return all().stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .map(Sources::text)
                .orElseThrow(() -> new IllegalStateException("no source of " + type));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("modules"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
