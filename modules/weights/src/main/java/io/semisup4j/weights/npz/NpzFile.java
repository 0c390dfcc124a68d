package io.semisup4j.weights.npz;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.Shapes;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.files.Archive;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The arrays of a file written by {@code numpy.savez} or {@code savez_compressed}, each read when asked for.
 *
 * <pre>{@code
 * NpzFile npz = NpzFile.open(path);
 * double tau = npz.scalar("c0/tau");
 * float[] views = npz.floats("c0/anchor_views");   // row-major
 * long[] shape = npz.shape("c0/anchor_views");     // [N, D]
 * }</pre>
 *
 * Every method that takes a name throws {@link WeightsException} when there is no such array. Closing is optional.
 */
public final class NpzFile implements TensorSource, AutoCloseable {
    private static final String SUFFIX = ".npy";

    private final Archive archive;
    private final List<String> names;

    private NpzFile(Archive archive) {
        this.archive = archive;
        this.names = archive.names().stream()
                .filter(entry -> entry.endsWith(SUFFIX))
                .map(entry -> entry.substring(0, entry.length() - SUFFIX.length()))
                .toList();
    }

    /** @throws WeightsException if the file is missing, foreign or damaged */
    public static NpzFile open(Path path) {
        return new NpzFile(Archive.open(path, "an npz file (numpy.savez)"));
    }

    /** Array names in file order, without {@code .npy}. */
    @Override
    public List<String> names() {
        return names;
    }

    /** Full names of the arrays that begin with the prefix, in file order. */
    public List<String> names(String prefix) {
        return names.stream().filter(name -> name.startsWith(prefix)).toList();
    }

    public boolean contains(String name) {
        return archive.contains(name + SUFFIX);
    }

    @Override
    public DType dtype(String name) {
        return header(name).dtype();
    }

    /** Shape, read from the array's header alone. */
    @Override
    public long[] shape(String name) {
        return header(name).shape();
    }

    @Override
    public TensorData read(String name) {
        String entry = entry(name);
        byte[] bytes = archive.read(entry);
        int offset = NpyHeader.dataOffset(bytes, where(name));
        NpyHeader header = NpyHeader.parse(Arrays.copyOf(bytes, Math.min(offset, bytes.length)), where(name));
        int length = WeightsException.at(where(name), () -> Shapes.bytes(header.dtype(), header.shape()));
        if (bytes.length - header.dataOffset() != length) {
            throw new WeightsException(where(name) + " needs " + length + " bytes of values for its shape, but has "
                    + (bytes.length - header.dataOffset()) + ".");
        }
        return header.tensor(ByteBuffer.wrap(bytes, header.dataOffset(), length));
    }

    /** All values as float, row-major. */
    public float[] floats(String name) {
        return read(name).toFloats();
    }

    /** All values as double, row-major. */
    public double[] doubles(String name) {
        return read(name).toDoubles();
    }

    /** All values as long, row-major; floating-point values must be whole. */
    public long[] longs(String name) {
        return read(name).toLongs();
    }

    /** The only value of an array that has exactly one. */
    public double scalar(String name) {
        double[] values = doubles(name);
        if (values.length != 1) {
            throw new WeightsException(where(name) + " has " + values.length + " values where one was expected.");
        }
        return values[0];
    }

    /** The only value of an array that has exactly one, which must be a whole number that fits an int. */
    public int integer(String name) {
        double value = scalar(name);
        if (value != (int) value) {
            throw new WeightsException(where(name) + " is " + value + " where a whole number was expected.");
        }
        return (int) value;
    }

    private NpyHeader header(String name) {
        String entry = entry(name);
        String where = where(name);
        long size = archive.size(entry);
        byte[] prefix = archive.read(entry, 0, (int) Math.min(NpyHeader.PREFIX, size));
        return NpyHeader.parse(archive.read(entry, 0, NpyHeader.dataOffset(prefix, where)), where);
    }

    private String entry(String name) {
        if (!contains(name)) {
            String last = name.substring(name.lastIndexOf('/') + 1);
            List<String> similar = names.stream()
                    .filter(other -> other.endsWith(last))
                    .limit(5)
                    .toList();
            throw new WeightsException(archive.path() + " has no array '" + name + "' among its " + names.size()
                    + (similar.isEmpty() ? "" : "; similar: " + String.join(", ", similar)) + ".");
        }
        return name + SUFFIX;
    }

    private String where(String name) {
        return archive.path() + ": '" + name + "'";
    }

    @Override
    public void close() {
        archive.close();
    }
}
