package io.semisup4j.data.decode;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture for Java's own decoders: of the kinds where OpenCV's pixels are not Pillow's.
 *
 * @param format its name among Java's
 * @param width as the file's header says; another one inside is refused before memory is taken for it
 * @param height likewise
 */
record ImageIoFile(PictureFile file, String format, int width, int height) {

    /** Reads with a decoder. */
    private interface Reading<T> {
        T with(ImageReader reader) throws IOException;
    }

    /** The stored components without any conversion of colours. */
    Raster rawRaster() {
        return read(reader -> reader.readRaster(0, null));
    }

    /** The first picture of the file with its colour model. */
    BufferedImage picture() {
        return read(reader -> reader.read(0));
    }

    private <T> T read(Reading<T> reading) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream stream =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes(), 0, file.length()))) {
            reader.setInput(stream, true, true);
            checkSize(reader.getWidth(0), reader.getHeight(0));
            return reading.with(reader);
        } catch (UnreadablePictureException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // ImageIO meets damage with exceptions of either kind.
            throw new UnreadablePictureException(file.name(), "its " + shown() + " data is damaged", e);
        } finally {
            reader.dispose();
        }
    }

    private void checkSize(int insideWidth, int insideHeight) {
        if (insideWidth != width || insideHeight != height) {
            throw file.unreadable("its header says that it is " + width + " x " + height
                    + " pixels (width x height), but its " + shown() + " data begins with a picture of " + insideWidth
                    + " x " + insideHeight + "; if a viewer shows it, save it as PNG");
        }
    }

    private String shown() {
        return format.toUpperCase(Locale.ROOT);
    }
}
