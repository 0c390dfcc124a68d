package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Signature;
import org.bytedeco.dnnl.memory;

/** The format of operations that treat every stored number alike, padding included. */
final class FlatFormat {
    private FlatFormat() {}

    /** The format in which most of the work would not be reordered: an image format if any input has one. */
    static Format of(Signature signature) {
        return signature.inputFormats().stream()
                .filter(ImageFormat.class::isInstance)
                .findFirst()
                .orElse(Format.PLAIN);
    }

    /** All stored numbers as one vector. */
    static memory.desc descriptor(Format format, long[] shape) {
        if (format instanceof ImageFormat image) {
            long numbers = image.descriptor(shape).get_size() / image.numbers().bytes;
            return new memory.desc(new long[] {numbers}, image.numbers().type, memory.format_tag.a);
        }
        return Descriptors.vector(Descriptors.length(shape));
    }
}
