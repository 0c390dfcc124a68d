package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import org.bytedeco.dnnl.memory;

/** A format of images other than plain; padded channels hold zeros. */
record ImageFormat(ImageOrder order, Precision precision) implements Format {

    /** The fastest format for activations on this processor. */
    static Format blocked() {
        return new ImageFormat(ImageOrder.blocked(), Precision.FLOAT32);
    }

    static Format channelsFirst() {
        return new ImageFormat(ImageOrder.CHANNELS_FIRST, Precision.FLOAT32);
    }

    static boolean isBlocked(Format format) {
        return format instanceof ImageFormat image && image.order.block() > 1;
    }

    /** Describes images of the logical shape [N, H, W, C] to oneDNN. */
    memory.desc descriptor(long[] shape) {
        return new memory.desc(Descriptors.imageAxes(shape), precision.type, order.tag);
    }

    @Override
    public long storage(long[] shape) {
        return Descriptors.floats(descriptor(shape));
    }

    @Override
    public String toString() {
        return order.tag.name() + (precision == Precision.FLOAT32 ? "" : "." + precision.type.name());
    }
}
