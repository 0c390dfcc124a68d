package io.semisup4j.paws.golden;

import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.weights.npz.NpzFile;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Golden files as double arrays. */
public final class GoldenTensors {
    private final NpzFile npz;

    public GoldenTensors(String file) {
        npz = NpzFile.open(GoldenFolder.file("paws", file));
    }

    public INDArray array(String name) {
        return Nd4j.create(npz.doubles(name), npz.shape(name), 'c').castTo(DataType.DOUBLE);
    }

    /** All values as float, whatever they are stored as. */
    public float[] floats(String name) {
        return npz.floats(name);
    }

    public long[] shape(String name) {
        return npz.shape(name);
    }

    public boolean has(String name) {
        return npz.contains(name);
    }

    /** Full names that begin with the prefix, in file order. */
    public List<String> names(String prefix) {
        return npz.names(prefix);
    }

    public double number(String name) {
        return npz.scalar(name);
    }

    public int integer(String name) {
        return npz.integer(name);
    }

    public long[] integers(String name) {
        return npz.longs(name);
    }

    /** The distinct beginnings of names up to the first slash that match the pattern, in file order. */
    public List<String> cases(String pattern) {
        return npz.names().stream()
                .map(name -> Pattern.compile("^(" + pattern + ")/").matcher(name))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
    }

    /** Largest difference relative to the largest magnitude of the expected array. */
    public static double relativeError(INDArray found, INDArray expected) {
        double scale = expected.amaxNumber().doubleValue();
        double error =
                found.reshape(expected.shape()).sub(expected).amaxNumber().doubleValue();
        return scale == 0 ? error : error / scale;
    }
}
