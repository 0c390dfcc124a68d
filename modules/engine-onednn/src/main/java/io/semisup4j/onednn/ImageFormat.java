package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import org.bytedeco.dnnl.memory;

/** A format of images other than plain; padded channels hold zeros. */
record ImageFormat(ImageOrder order, NumberFormat numbers) implements Format {

    /** The fastest format for activations on this processor. */
    static Format blocked(NumberFormat numbers) {
        return new ImageFormat(ImageOrder.blocked(), numbers);
    }

    static Format channelsFirst(NumberFormat numbers) {
        return new ImageFormat(ImageOrder.CHANNELS_FIRST, numbers);
    }

    static boolean isBlocked(Format format) {
        return format instanceof ImageFormat image && image.order.block() > 1;
    }

    /** Describes images of the logical shape [N, H, W, C] to oneDNN. */
    memory.desc descriptor(long[] shape) {
        return new memory.desc(Descriptors.imageAxes(shape), numbers.type, order.tag);
    }

    /** Channels that are stored where an image has {@code channels}. */
    long padded(long channels) {
        long block = order.block();
        return (channels + block - 1) / block * block;
    }

    /** The same order in float32. */
    ImageFormat inFloat() {
        return new ImageFormat(order, NumberFormat.FLOAT32);
    }

    @Override
    public long storage(long[] shape) {
        return Descriptors.floats(descriptor(shape));
    }

    @Override
    public String toString() {
        return order.tag.name() + (numbers == NumberFormat.FLOAT32 ? "" : "." + numbers.type.name());
    }
}
