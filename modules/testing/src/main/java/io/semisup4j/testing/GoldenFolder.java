package io.semisup4j.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds files of the golden folder, given by the system property {@code golden.dir}. Where a file is missing the test
 * is skipped with the reason, or fails if {@code golden.required=true}.
 */
public final class GoldenFolder {
    private GoldenFolder() {}

    /** The file {@code golden.dir/paper/name}, for example {@code file("paws", "optim.npz")}. */
    public static Path file(String paper, String name) {
        return existing(Path.of(System.getProperty("golden.dir", "../shared/golden"), paper, name), "golden.dir");
    }

    /** The folder or file {@code data.dir/name} of real pictures, treated like a golden file. */
    public static Path data(String name) {
        return existing(Path.of(System.getProperty("data.dir", "../shared/data"), name), "data.dir");
    }

    private static Path existing(Path path, String property) {
        if (Files.exists(path)) {
            return path;
        }
        String reason = path + " does not exist; set -D" + property + "=FOLDER to run this test";
        if (Boolean.getBoolean("golden.required")) {
            Assertions.fail(reason);
        }
        Assumptions.abort(reason);
        return path;
    }
}
