package io.semisup4j.weights.torch;

import io.semisup4j.weights.pickle.PickleBytes;
import java.io.ByteArrayOutputStream;

/** Writes small files in the format before torch 1.6: one storage '0' of floats. */
final class LegacyBytes {
    private LegacyBytes() {}

    static byte[] of(boolean littleEndian, PickleBytes objects, float... storage) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PickleBytes.protocol(2)
                .op(0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)
                .stop());
        out.writeBytes(PickleBytes.protocol(2).op('M', 0xe9, 0x03).stop());
        out.writeBytes(PickleBytes.protocol(2)
                .op("}")
                .text("little_endian")
                .op(littleEndian ? 0x88 : 0x89)
                .op("s")
                .stop());
        out.writeBytes(objects.stop());
        out.writeBytes(PickleBytes.protocol(2).op("](").text("0").op("e").stop());
        PickleBytes values = PickleBytes.protocol(2).u64(storage.length);
        for (float value : storage) {
            values.u32(Float.floatToIntBits(value));
        }
        byte[] tail = values.stop();
        out.write(tail, 2, tail.length - 3); // without the pickle's own frame
        return out.toByteArray();
    }
}
