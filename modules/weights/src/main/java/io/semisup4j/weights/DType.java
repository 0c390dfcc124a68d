package io.semisup4j.weights;

/** The number formats that checkpoints use, with the size of one value in bytes. */
public enum DType {
    FLOAT16(2),
    BFLOAT16(2),
    FLOAT32(4),
    FLOAT64(8),
    INT8(1),
    UINT8(1),
    INT16(2),
    INT32(4),
    INT64(8),
    BOOL(1);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one value. */
    public int bytes() {
        return bytes;
    }

    /** Whether values are floating-point numbers. */
    public boolean isFloating() {
        return switch (this) {
            case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 -> true;
            case INT8, UINT8, INT16, INT32, INT64, BOOL -> false;
        };
    }
}
