package io.semisup4j.weights.torch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.pickle.PickleBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFileTest {
    private static final int[] ONE = {1};

    @TempDir
    Path folder;

    @Test
    void refuses_a_python_object_by_its_name() throws IOException {
        byte[] call = PickleBytes.protocol(2)
                .global("os", "system")
                .text("echo")
                .op(0x85)
                .op("R")
                .stop();
        refused(TorchZip.with(call)).hasMessageContaining("evil.pth").hasMessageContaining("os.system");
        byte[] four = PickleBytes.protocol(4)
                .op(0x8c, 8)
                .op("builtins")
                .op(0x8c, 4)
                .op("eval")
                .op(0x93)
                .stop();
        refused(TorchZip.with(four)).hasMessageContaining("builtins.eval");
        byte[] object = PickleBytes.protocol(2)
                .global("subprocess", "Popen")
                .op(")")
                .op(0x81)
                .stop();
        refused(TorchZip.with(object)).hasMessageContaining("subprocess.Popen");
        byte[] almost = PickleBytes.protocol(2)
                .global("torch", "FloatStorage.__class__")
                .stop();
        refused(TorchZip.with(almost)).hasMessageContaining("torch.FloatStorage.__class__");
        byte[] split =
                PickleBytes.protocol(2).global("torch._utils._rebuild", "x").stop();
        refused(TorchZip.with(split)).hasMessageContaining("torch._utils._rebuild.x");
    }

    @Test
    void refuses_entries_that_point_outside() throws IOException {
        byte[] pickle = PickleBytes.protocol(2).op("N").stop();
        refused(TorchZip.with(pickle).entry("model/../../x", new byte[1])).hasMessageContaining("'model/../../x'");
        refused(TorchZip.with(pickle).entry("/etc/x", new byte[1])).hasMessageContaining("'/etc/x'");
        refused(TorchZip.with(pickle).entry("..\\x", new byte[1])).hasMessageContaining("outside the archive");
    }

    @Test
    void refuses_tensors_that_do_not_fit_their_storage() throws IOException {
        refused(zip(tensor(0, new int[] {5}, ONE), 5, 4)).hasMessageContaining("should have 5 values of FLOAT32");
        refused(zip(tensor(0, new int[] {6}, ONE), 5, 5)).hasMessageContaining("needs 6 values");
        refused(zip(tensor(3, new int[] {3}, ONE), 5, 5)).hasMessageContaining("from offset 3 on");
        refused(zip(tensor(0, new int[] {3}, new int[] {3}), 5, 5)).hasMessageContaining("needs 7 values");
        refused(zip(tensor(-1, ONE, ONE), 5, 5)).hasMessageContaining("impossible offset -1");
        refused(zip(tensor(0, ONE, new int[] {-1}), 5, 5)).hasMessageContaining("impossible strides [-1]");
        refused(zip(tensor(0, new int[] {-1}, ONE), 5, 5)).hasMessageContaining("impossible shape [-1]");
        refused(zip(tensor(0, ONE, new int[] {1, 1}), 5, 5)).hasMessageContaining("but the strides [1, 1]");
        int most = Integer.MAX_VALUE;
        refused(zip(tensor(0, new int[] {most, most, most}, new int[] {0, 0, 0}), 5, 5))
                .hasMessageContaining("more values than can exist");
        refused(zip(tensor(0, new int[] {most}, new int[] {0}), 5, 5))
                .hasMessageContaining("repeats a storage of only 5");
        refused(zip(tensor(0, new int[] {most, most}, new int[] {most, most}), 5, 5))
                .hasMessageContaining("needs");
    }

    @Test
    void never_prints_what_unfolds_without_end() throws IOException {
        PickleBytes bomb = PickleBytes.protocol(4).op("]").op(0x94);
        for (int level = 0; level < 60; level++) {
            bomb.op("](").op("h").op(level).op("h").op(level).op("e").op(0x94);
        }
        bomb.op("q")
                .op(200)
                .global("torch._utils", "_rebuild_tensor_v2")
                .op("(")
                .storage("FloatStorage", "0", 1);
        byte[] shape = bomb.number(0).op("h").op(200).numbers(1).op("tR").stop();
        refused(TorchZip.with(shape).floats("0", 1)).hasMessageContaining("shape that is not made of whole numbers");
        PickleBytes itself = PickleBytes.protocol(2)
                .global("torch._utils", "_rebuild_tensor_v2")
                .op("(");
        byte[] offset = itself.storage("FloatStorage", "0", 1)
                .op("]q\0h\0a")
                .numbers(1)
                .numbers(1)
                .op("tR")
                .stop();
        refused(TorchZip.with(offset).floats("0", 1)).hasMessageContaining("offset that is not made of whole numbers");
        byte[] key = PickleBytes.protocol(2)
                .storage("FloatStorage", "k".repeat(1000), 1)
                .stop();
        refused(TorchZip.with(key)).hasMessageContaining("a name of 1000 characters");
    }

    @Test
    void refuses_storages_that_do_not_exist_or_make_no_sense() throws IOException {
        refused(TorchZip.with(tensor(0, ONE, ONE).apply(5))).hasMessageContaining("the storage '0' is missing");
        refused(zip(count -> tensor(0, ONE, ONE).apply(-1), 5, 5)).hasMessageContaining("impossible size -1");
        byte[] noStorage = PickleBytes.protocol(2).text("storage").op("Q").stop();
        refused(TorchZip.with(noStorage)).hasMessageContaining("storage is not described");
        byte[] noTensor = PickleBytes.protocol(2)
                .global("torch._utils", "_rebuild_tensor_v2")
                .op(")R")
                .stop();
        refused(TorchZip.with(noTensor)).hasMessageContaining("tensor is not described");
        byte[] noParameter = PickleBytes.protocol(2)
                .global("torch._utils", "_rebuild_parameter")
                .op(")R")
                .stop();
        refused(TorchZip.with(noParameter)).hasMessageContaining("parameter is made of");
    }

    @Test
    void refuses_attributes_other_than_the_metadata_of_a_state_dictionary() throws IOException {
        byte[] attribute = PickleBytes.protocol(2)
                .orderedDict()
                .op("}")
                .text("__class__")
                .op("Nsb")
                .stop();
        refused(TorchZip.with(attribute)).hasMessageContaining("__class__");
        byte[] onText = PickleBytes.protocol(2).text("x").op("}b").stop();
        refused(TorchZip.with(onText)).hasMessageContaining("not an OrderedDict");
        byte[] arguments = PickleBytes.protocol(2)
                .global("collections", "OrderedDict")
                .op("N")
                .op(0x85)
                .op("R")
                .stop();
        refused(TorchZip.with(arguments)).hasMessageContaining("with arguments");
    }

    @Test
    void refuses_a_big_endian_file() throws IOException {
        byte[] pickle = PickleBytes.protocol(2).op("N").stop();
        refused(TorchZip.with(pickle).entry("model/byteorder", "big".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("'big'");
    }

    @Test
    void damaged_values_are_noticed_by_their_checksum() throws IOException {
        Path file = zip(tensor(0, new int[] {2}, ONE), 2, 2).write(folder.resolve("evil.pth"));
        byte[] bytes = Files.readAllBytes(file);
        int value = indexOfFloat(bytes, 1234.5f);
        bytes[value] ^= 1;
        Files.write(file, bytes);
        TorchTensor tensor = (TorchTensor) TorchFile.open(file).root();
        assertThatThrownBy(tensor::read).isInstanceOf(WeightsException.class).hasMessageContaining("checksum");
    }

    private static int indexOfFloat(byte[] bytes, float value) {
        int bits = Integer.reverseBytes(Float.floatToIntBits(value));
        for (int i = 0; i + 4 <= bytes.length; i++) {
            if (ByteBuffer.wrap(bytes).getInt(i) == bits) {
                return i;
            }
        }
        throw new AssertionError("no such value");
    }

    private interface Pickle {
        byte[] apply(int count);
    }

    private static Pickle tensor(int offset, int[] shape, int[] strides) {
        return count -> PickleBytes.protocol(2)
                .tensor("FloatStorage", "0", count, offset, shape, strides)
                .stop();
    }

    /** A tensor whose storage claims one number of values and has another. */
    private static TorchZip zip(Pickle tensor, int claimed, int stored) {
        float[] values = new float[stored];
        Arrays.fill(values, 1234.5f);
        return TorchZip.with(tensor.apply(claimed)).floats("0", values);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(TorchZip zip) throws IOException {
        Path file = zip.write(folder.resolve("evil.pth"));
        return assertThatThrownBy(() -> TorchFile.open(file)).isInstanceOf(WeightsException.class);
    }
}
