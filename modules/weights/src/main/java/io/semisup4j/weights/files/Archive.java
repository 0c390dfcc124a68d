package io.semisup4j.weights.files;

import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip archive of which single entries, or pieces of them, are read into memory. Nothing is ever unpacked to disk, and
 * entries whose name points outside the archive are refused all the same. Closing is good manners, not a duty: the
 * file is released when the archive becomes unreachable.
 */
public final class Archive implements AutoCloseable {
    /** An entry of at most so many bytes may be packed as tightly as it likes. */
    private static final long HARMLESS = 64L << 20;

    /** Larger ones may unfold to so many times their packed size; weights hardly shrink at all. */
    private static final long TIGHTEST = 100;

    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    private Archive(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
        zip.stream().forEach(this::add);
    }

    /**
     * @param expected what the caller hoped for, with its article, for example "an npz file"
     * @throws WeightsException if the file is missing, not a zip archive, damaged, or has unacceptable entry names
     */
    public static Archive open(Path path, String expected) {
        FileKind kind = FileKind.of(path);
        if (kind != FileKind.ZIP && kind != FileKind.EMPTY_ZIP) {
            throw new WeightsException(path + " is " + kind.words() + ", but " + expected + " was expected.");
        }
        ZipFile zip = null;
        try {
            zip = new ZipFile(path.toFile());
            return new Archive(path, zip);
        } catch (IOException | IllegalArgumentException e) {
            throw new WeightsException(
                    path + " begins like a zip archive but is truncated or damaged (" + e.getMessage()
                            + "). Copy or download it again.",
                    e);
        } catch (WeightsException e) {
            closeQuietly(zip);
            throw e;
        }
    }

    private static void closeQuietly(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            // The archive is being refused for a better reason already.
        }
    }

    private void add(ZipEntry entry) {
        String name = entry.getName();
        if (List.of(name.replace('\\', '/').split("/")).contains("..") || name.startsWith("/")) {
            throw new WeightsException(path + " has an entry named '" + name + "', which points outside the archive."
                    + " Do not trust this file.");
        }
        if (entries.put(name, entry) != null) {
            throw new WeightsException(path + " has two entries named '" + name + "', so its content is ambiguous.");
        }
        names.add(name);
    }

    public Path path() {
        return path;
    }

    /** Entry names in the order of the archive's directory. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Whether there is an entry of this name. */
    public boolean contains(String name) {
        return entries.containsKey(name);
    }

    /** Uncompressed bytes of an entry, as its directory record claims. */
    public long size(String name) {
        return entry(name).getSize();
    }

    /** Reads a whole entry and checks its checksum. */
    public byte[] read(String name) {
        long size = size(name);
        if (size > Integer.MAX_VALUE - 8) {
            throw new WeightsException(path + ": the entry '" + name + "' has " + size + " bytes, more than 2 GiB.");
        }
        return read(name, 0, (int) size);
    }

    /**
     * Reads {@code length} bytes from byte {@code from} of an entry. The checksum can be, and is, checked only when
     * these are all of its bytes.
     */
    public byte[] read(String name, long from, int length) {
        ZipEntry entry = entry(name);
        if (from < 0 || length < 0 || from > entry.getSize() - length) {
            throw new WeightsException(path + ": the entry '" + name + "' has " + entry.getSize() + " bytes, but bytes "
                    + from + " to " + (from + length) + " are needed. The file is damaged.");
        }
        if (length > HARMLESS && length / TIGHTEST > entry.getCompressedSize()) {
            throw new WeightsException(path + ": the entry '" + name + "' would unfold from "
                    + entry.getCompressedSize()
                    + " to " + entry.getSize() + " bytes, which no weights do. If you trust the file, save it again"
                    + " without compression.");
        }
        byte[] bytes = readUnchecked(entry, from, length);
        if (length == entry.getSize() && entry.getCrc() != crc(bytes)) {
            throw new WeightsException(path + ": the checksum of the entry '" + name
                    + "' is wrong, so its content is damaged. Copy or download the file again.");
        }
        return bytes;
    }

    private byte[] readUnchecked(ZipEntry entry, long from, int length) {
        try (InputStream in = zip.getInputStream(entry)) {
            in.skipNBytes(from);
            byte[] bytes = in.readNBytes(length);
            if (bytes.length == length) {
                return bytes;
            }
            throw new WeightsException(path + ": the entry '" + entry.getName() + "' ends after "
                    + (from + bytes.length) + " of " + entry.getSize() + " bytes. The file is damaged.");
        } catch (IllegalStateException e) {
            throw new WeightsException(path + " was closed before '" + entry.getName() + "' was read.", e);
        } catch (IOException e) {
            throw new WeightsException(
                    path + ": the entry '" + entry.getName() + "' cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new WeightsException(path + " has no entry '" + name + "'.");
        }
        return entry;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new WeightsException(path + " cannot be closed: " + e.getMessage() + ".", e);
        }
    }
}
