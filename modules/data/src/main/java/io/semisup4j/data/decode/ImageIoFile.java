package io.semisup4j.data.decode;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Java's own decoders, for the kinds of picture where OpenCV's pixels are not Pillow's. */
final class ImageIoFile {
    private ImageIoFile() {}

    /** Reads with a decoder. */
    private interface Reading<T> {
        T with(ImageReader reader) throws IOException;
    }

    /** The stored components without any conversion of colours. */
    static Raster rawRaster(PictureFile file, String format) {
        return read(file, format, reader -> reader.readRaster(0, null));
    }

    /** The first picture of the file with its colour model. */
    static BufferedImage picture(PictureFile file, String format) {
        return read(file, format, reader -> reader.read(0));
    }

    private static <T> T read(PictureFile file, String format, Reading<T> reading) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream stream =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes(), 0, file.length()))) {
            reader.setInput(stream, true, true);
            return reading.with(reader);
        } catch (IOException | RuntimeException e) { // ImageIO meets damage with exceptions of either kind.
            throw new UnreadablePictureException(
                    file.name(), "its " + format.toUpperCase(java.util.Locale.ROOT) + " data is damaged", e);
        } finally {
            reader.dispose();
        }
    }
}
