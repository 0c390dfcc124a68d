package io.semisup4j.reporting.exhibit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.semisup4j.engine.plan.Profile;
import io.semisup4j.reporting.folder.WholeFile;
import io.semisup4j.reporting.guard.Allowance;
import io.semisup4j.reporting.guard.Guarded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a method puts what the report is to show: {@code KIND-OF.json} in the run's folder {@code report}. Showing
 * something never fails a run: what cannot be computed or written is a warning.
 */
public final class Exhibits {
    /** Of a run's time, for exhibits during the training; the page itself has an allowance of its own. */
    private static final double SHARE = 0.004;

    private static final double GRACE_SECONDS = 0.5;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Optional<Path> folder;
    private final Optional<Allowance> allowance;

    private Exhibits(Optional<Path> folder, Optional<Allowance> allowance) {
        this.folder = folder;
        this.allowance = allowance;
    }

    /** In the folder, which is made when the first one comes. */
    public static Exhibits in(Path folder) {
        return new Exhibits(Optional.of(folder), Optional.empty());
    }

    /** For a run that nobody watches: nothing is computed. */
    public static Exhibits none() {
        return new Exhibits(Optional.empty(), Optional.empty());
    }

    /** The same folder, filled only as far as it costs a negligible share of the time. */
    public Exhibits sparing() {
        return new Exhibits(folder, Optional.of(new Allowance(SHARE, GRACE_SECONDS)));
    }

    /**
     * Shows something, in place of an earlier one of the same kind and name.
     *
     * @param of what it is of: a stage, or the name of a measurement without its last part, as {@code paws.softnn}
     * @param kind decides the file's name
     * @param exhibit asked only if the exhibit is wanted now
     */
    public <E extends Exhibit> void show(String of, Class<E> kind, Supplier<E> exhibit) {
        if (folder.isEmpty()) {
            return;
        }
        Path file = file(folder.get(), kind, of);
        if (allowance.isEmpty()) {
            write(file, exhibit);
        } else if (allowance.get().affords()) {
            allowance.get().spend(() -> write(file, exhibit));
        }
    }

    /** Shows where the time of a stage's steps went, if that was measured. */
    public void showTiming(String stage, Profile profile) {
        if (profile.runs() > 0) {
            show(stage, Timing.class, () -> Timing.of(profile));
        }
    }

    /** Reads an exhibit back; empty if there is none, or none that can be read. */
    public static <E extends Exhibit> Optional<E> read(Path folder, Class<E> kind, String of) {
        Path file = file(folder, kind, of);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(file.toFile(), kind));
        } catch (IOException e) {
            return Optional.empty(); // of another version, or damaged; the page does without
        }
    }

    private static Path file(Path folder, Class<?> kind, String of) {
        return folder.resolve(kind.getSimpleName().toLowerCase(Locale.ROOT) + "-" + of + ".json");
    }

    private static void write(Path file, Supplier<? extends Exhibit> exhibit) {
        Guarded.succeeds(file.getFileName() + " of the report", () -> {
            Files.createDirectories(file.getParent());
            WholeFile.write(file, MAPPER.writeValueAsString(exhibit.get()));
        });
    }
}
