package io.semisup4j.onednn;

import org.bytedeco.dnnl.memory;

/** Orders of the elements of images [N, H, W, C]. */
enum ImageOrder {
    /** The order of plain arrays. */
    CHANNELS_LAST(memory.format_tag.nhwc),
    /** What convolutions of pictures with few channels read fastest. */
    CHANNELS_FIRST(memory.format_tag.nchw),
    /** Blocks of channels as long as a vector register, padded with zeros. */
    BLOCKED_8(memory.format_tag.nChw8c),
    BLOCKED_16(memory.format_tag.nChw16c);

    final memory.format_tag tag;

    ImageOrder(memory.format_tag tag) {
        this.tag = tag;
    }

    /** The blocked order that fits this processor's vector registers. */
    static ImageOrder blocked() {
        return Onednn.hasAvx512() ? BLOCKED_16 : BLOCKED_8;
    }

    /** Channels in a block; 1 where there are no blocks. */
    int block() {
        return this == BLOCKED_16 ? 16 : this == BLOCKED_8 ? 8 : 1;
    }
}
