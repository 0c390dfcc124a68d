package io.semisup4j.data.drawn;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The digests of a folder's files in the format of {@code sha256sum}, kept beside them as {@value #FILE}. */
final class Manifest {
    static final String FILE = "SHA256SUMS";

    private Manifest() {}

    /** Writes the manifest of these files. */
    static void write(Path folder, List<String> names) throws IOException {
        Files.writeString(folder.resolve(FILE), of(folder, names));
    }

    /** What is wrong with the folder, in words; empty when every file is as it was written. */
    static Optional<String> damage(Path folder, List<String> names) throws IOException {
        for (String name : names) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                return Optional.of(name + " is missing");
            }
        }
        if (!Files.isRegularFile(folder.resolve(FILE))) {
            return Optional.of(FILE + " is missing");
        }
        List<String> expected = Files.readAllLines(folder.resolve(FILE));
        List<String> found = of(folder, names).lines().toList();
        if (expected.size() != found.size()) {
            return Optional.of(FILE + " lists " + expected.size() + " files instead of " + found.size());
        }
        for (int line = 0; line < found.size(); line++) {
            if (!found.get(line).equals(expected.get(line))) {
                return Optional.of(names.get(line) + " does not match its digest");
            }
        }
        return Optional.empty();
    }

    private static String of(Path folder, List<String> names) {
        return names.stream()
                .map(name -> digest(folder.resolve(name)) + "  " + name + "\n")
                .collect(Collectors.joining());
    }

    private static String digest(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
