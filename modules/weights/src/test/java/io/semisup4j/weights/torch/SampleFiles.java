package io.semisup4j.weights.torch;

import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.npz.NpzWriter;
import io.semisup4j.weights.pickle.PickleBytes;
import io.semisup4j.weights.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small intact file of each format, about two kilobytes. */
public final class SampleFiles {
    private static final int VALUES = 200;

    private SampleFiles() {}

    public static void torch(Path file) throws IOException {
        torch(file, torchPickle());
    }

    /** The zip format around any pickle, with the storage that {@link #torchPickle} names. */
    public static void torch(Path file, byte[] pickle) throws IOException {
        TorchZip.with(pickle).floats("0", values()).write(file);
    }

    /** What {@link #torch} describes its objects with. */
    public static byte[] torchPickle() {
        return checkpoint(PickleBytes.protocol(2)).stop();
    }

    public static void torchLegacy(Path file) throws IOException {
        Files.write(file, LegacyBytes.of(true, checkpoint(PickleBytes.protocol(2)), values()));
    }

    public static void safetensors(Path file) {
        SafetensorsWriter.write(file, TensorSource.of(tensors()), Map.of("format", "pt"));
    }

    public static void npz(Path file) {
        NpzWriter.write(file, TensorSource.of(tensors()));
    }

    private static PickleBytes checkpoint(PickleBytes pickle) {
        return pickle.op("}(")
                .text("encoder")
                .orderedDict()
                .op("(")
                .text("a.weight")
                .tensor("FloatStorage", "0", VALUES, 0, new int[] {VALUES}, new int[] {1})
                .text("b.weight")
                .tensor("FloatStorage", "0", VALUES, 10, new int[] {4, 5}, new int[] {1, 4})
                .op("u")
                .text("epoch")
                .number(2)
                .op("u");
    }

    private static Map<String, TensorData> tensors() {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        tensors.put("a.weight", TensorData.ofFloats(values(), 10, VALUES / 10));
        tensors.put("b.count", TensorData.ofLongs(new long[] {3}));
        return tensors;
    }

    private static float[] values() {
        float[] values = new float[VALUES];
        for (int i = 0; i < VALUES; i++) {
            values[i] = i / 8f;
        }
        return values;
    }
}
