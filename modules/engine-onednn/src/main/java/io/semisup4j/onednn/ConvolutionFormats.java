package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;

/** The formats that convolutions read and write. */
final class ConvolutionFormats {
    /** Below this many channels, blocks would be mostly padding. */
    private static final int FEW_CHANNELS = 8;

    private ConvolutionFormats() {}

    /** Format of the input images [N, H, W, I]: blocked, but for the pictures that enter a net. */
    static Format input(long[] shape) {
        return shape[3] < FEW_CHANNELS ? ImageFormat.channelsFirst() : ImageFormat.blocked();
    }
}
