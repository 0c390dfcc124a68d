package io.semisup4j.reporting.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The framing of TensorFlow's record files: length (8 bytes), masked CRC-32C of the length, data, masked CRC-32C of the
 * data; all little-endian.
 */
final class RecordFrame {
    private static final int MASK_DELTA = 0xa282ead8;

    private RecordFrame() {}

    static byte[] of(byte[] data) {
        ByteBuffer frame = ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(data.length);
        return frame.putInt(maskedCrc(frame.array(), Long.BYTES))
                .put(data)
                .putInt(maskedCrc(data, data.length))
                .array();
    }

    /** Rotated right by 15 bits plus a constant, so that a checksum of checksums stays useful. */
    static int maskedCrc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
    }
}
