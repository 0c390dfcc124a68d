package io.semisup4j.weights.torch;

import io.semisup4j.weights.Shapes;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.pickle.Vocabulary;
import java.util.Arrays;
import java.util.List;

/**
 * {@code torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, backward_hooks)}: checks that the
 * view stays within its storage.
 */
record RebuildTensor(String file) implements Vocabulary.Function {
    /** Values that a tensor may repeat by a stride of 0 although its storage is smaller. */
    private static final long REPEATED = 1 << 20;

    @Override
    public Object call(List<?> arguments) {
        if (arguments.size() < 4 || !(arguments.get(0) instanceof TorchStorage storage)) {
            throw fail("a tensor is not described by storage, offset, shape and strides");
        }
        if (!(arguments.get(1) instanceof Long offset) || offset < 0) {
            throw fail("a tensor begins at the impossible offset " + shown(arguments.get(1)) + " of its storage");
        }
        long[] shape = extents(arguments.get(2), "shape");
        long[] strides = extents(arguments.get(3), "strides");
        if (shape.length != strides.length) {
            throw fail("a tensor has the shape " + Arrays.toString(shape) + " but the strides "
                    + Arrays.toString(strides));
        }
        checkInside(storage, offset, shape, strides);
        return new TorchTensor(storage, offset, shape, strides);
    }

    private void checkInside(TorchStorage storage, long offset, long[] shape, long[] strides) {
        long count = WeightsException.at(file, () -> Shapes.count(shape));
        if (count == 0) {
            return;
        }
        long needed = TorchTensor.lastIndex(shape, strides) + 1;
        if (needed > storage.count() - offset) {
            throw fail("a tensor of shape " + Arrays.toString(shape) + " needs " + needed + " values from offset "
                    + offset + " on, but its storage '" + storage.key() + "' has only " + storage.count());
        }
        if (count > Math.max(storage.count(), REPEATED)) {
            throw fail("a tensor of shape " + Arrays.toString(shape) + " repeats a storage of only " + storage.count()
                    + " values");
        }
    }

    private long[] extents(Object argument, String what) {
        if (!(argument instanceof List<?> list)
                || !list.stream().allMatch(extent -> extent instanceof Long value && value >= 0)) {
            throw fail("a tensor has the impossible " + what + " " + shown(argument));
        }
        return list.stream().mapToLong(extent -> (Long) extent).toArray();
    }

    /** Numbers only: anything else may contain itself or unfold without end when it is printed. */
    private static String shown(Object value) {
        boolean printable = value instanceof Long
                || value instanceof List<?> list
                        && list.size() < 100
                        && list.stream().allMatch(Long.class::isInstance);
        return printable ? value.toString() : "that is not made of whole numbers";
    }

    private WeightsException fail(String text) {
        return new WeightsException(file + " is damaged: " + text + ".");
    }
}
