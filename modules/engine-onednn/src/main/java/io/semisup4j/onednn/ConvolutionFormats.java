package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;

/**
 * The formats in which a convolution is fast; in any other, oneDNN falls to its reference loops.
 *
 * @param x of the input images, forward and for the gradient of the weights
 * @param dx of the input images' gradient
 * @param y of the output images and their gradient
 * @param numbers of all images and of the weights that are multiplied with them
 */
record ConvolutionFormats(Format x, Format dx, Format y, NumberFormat numbers) {
    /** Up to this many channels, a picture enters a net, and there are special loops for it. */
    private static final int PICTURE_CHANNELS = 3;

    /** For images of so many channels; those too narrow for a block stay in float32. */
    static ConvolutionFormats of(long channels, NumberFormat numbers) {
        Format blocked = ImageFormat.blocked(numbers);
        if (channels <= PICTURE_CHANNELS) {
            return new ConvolutionFormats(ImageFormat.channelsFirst(numbers), blocked, blocked, numbers);
        }
        return channels < ImageOrder.blocked().block()
                ? new ConvolutionFormats(Format.PLAIN, Format.PLAIN, Format.PLAIN, NumberFormat.FLOAT32)
                : new ConvolutionFormats(blocked, blocked, blocked, numbers);
    }
}
