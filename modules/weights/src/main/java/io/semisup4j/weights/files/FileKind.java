package io.semisup4j.weights.files;

import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Says in words what a file is by its first bytes, for the sentence that refuses a foreign file. */
public enum FileKind {
    EMPTY("an empty file"),
    ZIP("a zip archive", 'P', 'K', 3, 4),
    EMPTY_ZIP("an empty zip archive", 'P', 'K', 5, 6),
    LEGACY_TORCH("a torch file of the format before 1.6", 0x80, -1, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20),
    PICKLE("a plain Python pickle", 0x80),
    NPY("a single numpy array (.npy)", 0x93, 'N', 'U', 'M', 'P', 'Y'),
    JPEG("a JPEG picture", 0xFF, 0xD8, 0xFF),
    PNG("a PNG picture", 0x89, 'P', 'N', 'G'),
    GZIP("a gzip file", 0x1F, 0x8B),
    HDF5("an HDF5 file", 0x89, 'H', 'D', 'F'),
    SAFETENSORS("a safetensors file", -1, -1, -1, -1, -1, 0, 0, 0, '{', '"'),
    GIT_LFS("a git-lfs pointer instead of the file itself (run git lfs pull)", "version https://git-lfs"),
    TAR("a tar archive"),
    HTML("a web page (a download that went wrong?)", '<'),
    TEXT("a text file"),
    UNKNOWN("a file of unknown content");

    private static final int ANY = -1;
    private static final int HEAD = 512;
    /** The signature of tar archives stands behind the first file's name and numbers. */
    private static final int TAR_SIGNATURE = 257;

    private final String words;
    private final int[] signature;

    FileKind(String words, int... signature) {
        this.words = words;
        this.signature = signature;
    }

    FileKind(String words, String start) {
        this(words, start.chars().toArray());
    }

    /** For example "a JPEG picture". */
    public String words() {
        return words;
    }

    /**
     * Looks at the first bytes of a file.
     *
     * @throws WeightsException if the file is missing, a folder or not readable
     */
    public static FileKind of(Path file) {
        if (!Files.exists(file)) {
            throw new WeightsException("There is no file " + file + ".");
        }
        if (Files.isDirectory(file)) {
            throw new WeightsException(file + " is a folder, but a weight file was expected.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEAD));
        } catch (IOException e) {
            throw new WeightsException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static FileKind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (head.length == HEAD && new String(head, TAR_SIGNATURE, 5, StandardCharsets.US_ASCII).equals("ustar")) {
            return TAR;
        }
        return Arrays.stream(values())
                .filter(kind -> kind.signature.length > 0 && kind.matches(head))
                .findFirst()
                .orElse(isText(head) ? TEXT : UNKNOWN);
    }

    private boolean matches(byte[] head) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= head.length || signature[i] != ANY && signature[i] != (head[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            boolean control = (b & 0xFF) < 0x20 && b != '\n' && b != '\r' && b != '\t';
            if (control) {
                return false;
            }
        }
        return true;
    }
}
