package io.semisup4j.training.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names in a folder of checkpoints: {@code step-000001200} is whole, hidden ones are passing: {@code
 * .step-000001200.writing}, {@code .old} (its successor is about to take its name) and {@code .deleted}.
 *
 * @param folder the folder of checkpoints
 */
record CheckpointNames(Path folder) {
    private static final Pattern WHOLE = Pattern.compile("step-(\\d{1,18})");
    private static final Pattern PASSING = Pattern.compile("\\.(step-\\d{1,18})\\.(writing|old|deleted)");
    private static final Pattern ANY = Pattern.compile("\\.?step-(\\d{1,18})(\\.old)?");

    Path whole(long step) {
        return folder.resolve(String.format("step-%09d", step));
    }

    static Path writing(Path whole) {
        return hidden(whole, "writing");
    }

    static Path old(Path whole) {
        return hidden(whole, "old");
    }

    static Path deleted(Path whole) {
        return hidden(whole, "deleted");
    }

    static long step(Path checkpoint) {
        Matcher name = ANY.matcher(checkpoint.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }

    /** Checkpoints, newest first. One that was being replaced when the program died is still one. */
    List<Path> checkpoints() throws IOException {
        return list().filter(p -> WHOLE.matcher(name(p)).matches() || isOrphan(p))
                .sorted(Comparator.comparingLong(CheckpointNames::step).reversed())
                .toList();
    }

    /** Checkpoints that a program was writing when it ended. */
    List<Path> unfinished() throws IOException {
        return leftovers().stream()
                .filter(path -> name(path).endsWith(".writing"))
                .toList();
    }

    /** What an earlier program left unfinished and nobody needs. */
    List<Path> leftovers() throws IOException {
        return list().filter(p -> PASSING.matcher(name(p)).matches() && !isOrphan(p))
                .toList();
    }

    private boolean isOrphan(Path path) {
        Matcher passing = PASSING.matcher(name(path));
        return passing.matches()
                && passing.group(2).equals("old")
                && !Files.exists(path.resolveSibling(passing.group(1)));
    }

    private Stream<Path> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> listing = Files.list(folder)) {
            return listing.toList().stream();
        }
    }

    private static Path hidden(Path whole, String what) {
        return whole.resolveSibling("." + name(whole) + "." + what);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
