package io.semisup4j.data.augment;

import io.semisup4j.data.image.Image;
import io.semisup4j.data.random.Draws;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacv.Frame;
import org.datavec.image.data.ImageWritable;
import org.datavec.image.transform.BaseImageTransform;

/**
 * Augmentations as a DataVec image transform, for DataVec's own readers and pipelines. Pictures come and go as 8-bit BGR
 * frames, as OpenCV has them; normalisation is left to DataVec.
 *
 * <p>Each picture takes one number from the random generator, and all that is drawn for the picture follows from it.
 */
public final class DataVecTransform extends BaseImageTransform<Image> {
    private final List<Augmentation> augmentations;
    private final CanvasPool canvases = new CanvasPool();

    /**
     * @param augmentations in the order of application
     * @param random used where DataVec does not bring its own generator
     */
    public DataVecTransform(List<Augmentation> augmentations, Random random) {
        super(random);
        this.augmentations = List.copyOf(augmentations);
    }

    /** @throws IllegalArgumentException if the picture is not an 8-bit one of three channels */
    @Override
    protected ImageWritable doTransform(ImageWritable picture, Random given) {
        if (picture == null) {
            return null; // DataVec's convention: no picture in, no picture out
        }
        Random generator = given == null ? getRandom() : given;
        Draws draws = Draws.of(generator.nextLong(), 0, 0, 0);
        Canvas canvas = canvases.take();
        try {
            canvas.load(read(picture.getFrame()));
            for (Augmentation augmentation : augmentations) {
                augmentation.draw(draws, canvas.height(), canvas.width()).apply(canvas);
            }
            return new ImageWritable(write(canvas));
        } finally {
            canvases.giveBack(canvas);
        }
    }

    private static Image read(Frame frame) {
        if (frame.imageDepth != Frame.DEPTH_UBYTE || frame.imageChannels != Canvas.CHANNELS) {
            throw new IllegalArgumentException(
                    "augmentations work on 8-bit pictures of 3 channels, but this frame has " + frame.imageChannels
                            + " channel(s) and JavaCV depth " + frame.imageDepth + " (8 is unsigned 8-bit)");
        }
        ByteBuffer buffer = (ByteBuffer) frame.image[0];
        byte[] pixels = new byte[frame.imageHeight * frame.imageWidth * Canvas.CHANNELS];
        int row = frame.imageWidth * Canvas.CHANNELS;
        for (int y = 0; y < frame.imageHeight; y++) {
            buffer.get(y * frame.imageStride, pixels, y * row, row);
        }
        reverseChannels(pixels, pixels.length);
        return new Image(frame.imageHeight, frame.imageWidth, Canvas.CHANNELS, pixels);
    }

    private static Frame write(Canvas canvas) {
        Frame frame = new Frame(canvas.width(), canvas.height(), Frame.DEPTH_UBYTE, Canvas.CHANNELS);
        ByteBuffer buffer = (ByteBuffer) frame.image[0];
        byte[] pixels = canvas.writablePixels();
        reverseChannels(pixels, canvas.length());
        int row = canvas.width() * Canvas.CHANNELS;
        for (int y = 0; y < canvas.height(); y++) {
            buffer.put(y * frame.imageStride, pixels, y * row, row);
        }
        return frame;
    }

    /** BGR to RGB or back. */
    private static void reverseChannels(byte[] pixels, int length) {
        for (int i = 0; i < length; i += Canvas.CHANNELS) {
            byte first = pixels[i];
            pixels[i] = pixels[i + 2];
            pixels[i + 2] = first;
        }
    }
}
