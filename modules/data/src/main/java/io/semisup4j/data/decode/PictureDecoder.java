package io.semisup4j.data.decode;

import io.semisup4j.data.image.Image;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decodes picture files to RGB as Pillow's {@code convert('RGB')} does: the content tells the format, whatever the
 * file's name ends in; EXIF orientation and colour profiles are ignored. JPEG, PNG, GIF, BMP and PNM are understood.
 *
 * <p>A decoder lends its memory: an image that it has given is overwritten by the next one. Not for several threads at
 * once.
 */
public final class PictureDecoder {
    /** Longest file that is read. */
    private static final int MAX_BYTES = 1 << 30;

    private final OpenCvJpeg jpeg = new OpenCvJpeg();
    private final PixelBuffer buffer = new PixelBuffer();
    private byte[] content = new byte[1 << 16];

    /**
     * Reads a file.
     *
     * @return height x width x 3; valid until the next call, copy it to keep it
     * @throws UnreadablePictureException if the file cannot be opened or holds no whole picture
     */
    public Image read(Path path) {
        try (InputStream stream = Files.newInputStream(path)) {
            long size = Files.size(path);
            if (size > MAX_BYTES) {
                throw new UnreadablePictureException(
                        path.toString(),
                        "it has " + size + " bytes; no picture of more than " + MAX_BYTES + " is read");
            }
            if (content.length < size) {
                content = new byte[(int) size + (int) size / 2];
            }
            return decode(path.toString(), content, stream.readNBytes(content, 0, (int) size));
        } catch (IOException e) {
            throw new UnreadablePictureException(
                    path.toString(), "the system cannot read the file (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Decodes a file that is in memory.
     *
     * @param name for messages
     * @param bytes the file is in the first {@code length} of these
     * @return height x width x 3; valid until the next call, copy it to keep it
     * @throws UnreadablePictureException if they hold no whole picture
     */
    public Image decode(String name, byte[] bytes, int length) {
        PictureFile file = new PictureFile(name, bytes, length);
        PictureFormat format = PictureFormat.of(file);
        return switch (format) {
            case JPEG -> decodeJpeg(file);
            case PNG -> Png.decode(file, buffer);
            case GIF -> Gif.decode(file, buffer);
            case BMP -> Bmp.decode(file, buffer);
            case PNM -> Pnm.decode(file, buffer);
        };
    }

    private Image decodeJpeg(PictureFile file) {
        JpegHeader header = JpegHeader.read(file);
        return header.components() == 4 ? InkJpeg.decode(file, header, buffer) : jpeg.decode(file, header, buffer);
    }
}
