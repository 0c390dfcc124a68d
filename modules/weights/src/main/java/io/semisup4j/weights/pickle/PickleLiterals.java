package io.semisup4j.weights.pickle;

import java.math.BigInteger;
import java.util.Optional;

/** Reads the literals: none, booleans, integers (long, or BigInteger beyond 64 bits), doubles, texts, bytes. */
final class PickleLiterals {
    private final PickleInput in;

    PickleLiterals(PickleInput in) {
        this.in = in;
    }

    /** The literal that the instruction introduces; empty if it is another kind of instruction (or None). */
    Optional<Object> read(int opcode) {
        return Optional.ofNullable(
                switch (opcode) {
                    case Opcode.NEWTRUE -> true;
                    case Opcode.NEWFALSE -> false;
                    case Opcode.BININT -> (long) in.i32();
                    case Opcode.BININT1 -> (long) in.u8();
                    case Opcode.BININT2 -> (long) in.u16();
                    case Opcode.LONG1 -> integer(in.u8());
                    case Opcode.LONG4 -> integer(in.u32());
                    case Opcode.BINFLOAT -> in.bigEndianDouble();
                    case Opcode.SHORT_BINUNICODE -> in.text(in.u8());
                    case Opcode.BINUNICODE -> in.text(in.u32());
                    case Opcode.BINUNICODE8 -> in.text(in.i64());
                    case Opcode.SHORT_BINBYTES -> in.bytes(in.u8(), "a byte string");
                    case Opcode.BINBYTES -> in.bytes(in.u32(), "a byte string");
                    case Opcode.BINBYTES8 -> in.bytes(in.i64(), "a byte string");
                    default -> null;
                });
    }

    /** A two's complement little-endian integer. */
    private Object integer(long length) {
        if (length > PickleLimits.INTEGER) {
            throw in.fail(
                    "an integer of " + length + " bytes, where at most " + PickleLimits.INTEGER + " are accepted");
        }
        byte[] bytes = in.bytes(length, "an integer");
        byte[] bigEndian = new byte[bytes.length + 1];
        for (int i = 0; i < bytes.length; i++) {
            bigEndian[bytes.length - i] = bytes[i];
        }
        bigEndian[0] = (byte) (bytes.length > 0 && bytes[bytes.length - 1] < 0 ? -1 : 0);
        BigInteger value = new BigInteger(bigEndian);
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return value;
    }
}
