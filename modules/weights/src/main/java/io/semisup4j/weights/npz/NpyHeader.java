package io.semisup4j.weights.npz;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.WeightsException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The header of a {@code .npy} array (numpy format versions 1 to 3): magic, version, length, a Python dictionary.
 *
 * @param fortranOrder whether the first axis varies fastest
 * @param dataOffset bytes before the first value
 */
record NpyHeader(DType dtype, boolean fortranOrder, long[] shape, int dataOffset) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** Bytes up to and including the longest length field. */
    static final int PREFIX = 12;

    private static final int LONGEST = 1 << 16;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']{1,16})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\sL]*)\\)");

    /** Bytes from the start of the array file to its first value, told by the first {@link #PREFIX} bytes. */
    static int dataOffset(byte[] prefix, String where) {
        if (prefix.length < PREFIX || !Arrays.equals(MAGIC, Arrays.copyOf(prefix, MAGIC.length))) {
            throw new WeightsException(where + " is not a numpy array: its first bytes are not those of a .npy file.");
        }
        int version = prefix[6];
        long text = (prefix[8] & 0xFF) | (prefix[9] & 0xFF) << 8;
        if (version == 2 || version == 3) {
            text |= (prefix[10] & 0xFFL) << 16 | (prefix[11] & 0xFFL) << 24;
        } else if (version != 1) {
            throw new WeightsException(
                    where + " has the unknown .npy format version " + version + " (1, 2, 3 are known).");
        }
        if (text > LONGEST) {
            throw new WeightsException(
                    where + " has a header of " + text + " bytes; at most " + LONGEST + " are read.");
        }
        return (version == 1 ? 10 : 12) + (int) text;
    }

    /** @param head all bytes before the first value */
    static NpyHeader parse(byte[] head, String where) {
        int start = head[6] == 1 ? 10 : 12;
        String text = new String(head, start, head.length - start, StandardCharsets.ISO_8859_1);
        DType dtype = NpyFormat.dtype(field(DESCR, text, where), where);
        boolean fortran = field(ORDER, text, where).equals("True");
        return new NpyHeader(dtype, fortran, shape(field(SHAPE, text, where), where), head.length);
    }

    private static String field(Pattern pattern, String text, String where) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new WeightsException(where + " has a .npy header that cannot be understood: " + text.strip()
                    + ". Plain arrays of numbers are supported, structured and object types are not.");
        }
        return matcher.group(1);
    }

    private static long[] shape(String text, String where) {
        try {
            return Arrays.stream(text.replace("L", "").split(","))
                    .map(String::strip)
                    .filter(extent -> !extent.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new WeightsException(where + " has the impossible shape (" + text + ").", e);
        }
    }

    /** The array whose values, in the order of this header, are the remaining bytes of the buffer. */
    TensorData tensor(ByteBuffer values) {
        if (!fortranOrder) {
            return TensorData.of(dtype, values, shape);
        }
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return TensorData.ofStrided(dtype, values, shape, strides);
    }

    /** A version 1 header in C order, padded so that values begin at a multiple of 64 bytes. */
    static byte[] write(TensorData tensor, String where) {
        String extents =
                Arrays.stream(tensor.shape()).mapToObj(extent -> extent + ",").collect(Collectors.joining(" "));
        String text = "{'descr': '" + NpyFormat.descr(tensor.dtype(), where) + "', 'fortran_order': False, 'shape': ("
                + extents + "), }";
        int total = (10 + text.length() + 1 + 63) / 64 * 64;
        ByteBuffer head = ByteBuffer.allocate(total);
        head.put(MAGIC).put((byte) 1).put((byte) 0);
        head.put((byte) (total - 10)).put((byte) (total - 10 >> 8));
        head.put((text + " ".repeat(total - 11 - text.length()) + "\n").getBytes(StandardCharsets.ISO_8859_1));
        return head.array();
    }
}
