package io.semisup4j.data.decode;

import io.semisup4j.testing.hostile.Damage;
import io.semisup4j.testing.hostile.HostileFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * An intact picture of each kind and how it is spoilt: from the outside, or inside a PNG file whose lengths and checksums
 * are right again, so that damage reaches what lies behind them.
 */
enum SpoiltPicture {
    JPEG("rgb420.jpg"),
    JPEG_HEADERS("gray.jpg", SpoiltPicture::headers),
    JPEG_PROGRESSIVE("prog.jpg"),
    JPEG_OF_INKS("ycck.jpg", SpoiltPicture::headers),
    PNG("RGB.png"),
    PNG_CHUNKS_WITH_THEIR_CHECKSUMS("p4.png", PngChunks::spoiltContent),
    PNG_PIXELS_IN_THEIR_STREAM("rgb16.png", PngChunks::spoiltPixels),
    GIF("a.gif"),
    GIF_INTERLACED("inter.gif"),
    BMP("RGB.bmp"),
    BMP_HEADERS("p.bmp", SpoiltPicture::headers),
    PNM("c.ppm");

    /** Bytes at the beginning that are mostly headers and tables, in JPEG and BMP files of this size. */
    private static final int HEAD = 160;

    /** What a file of a few kilobytes may take of physical memory: Java's allowance, and as much for OpenCV. */
    private static final long MEGABYTES = 96;

    private static final PictureDecoder DECODER = new PictureDecoder();
    private static final HostileFile FILE = HostileFile.readBy(".jpg", UnreadablePictureException.class, file -> {
        DECODER.read(file);
    });

    private final byte[] intact;
    private final BiFunction<List<Damage>, byte[], byte[]> spoiling;

    SpoiltPicture(String resource) {
        this(resource, Damage::all);
    }

    SpoiltPicture(String resource, BiFunction<List<Damage>, byte[], byte[]> spoiling) {
        this.spoiling = spoiling;
        try {
            intact = BadPictureTest.resource(resource);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] intact() {
        return intact.clone();
    }

    byte[] spoilt(List<Damage> damages) {
        return spoiling.apply(damages, intact);
    }

    /** Offers the decoder a file, whatever its kind; answers whether it gave a picture. */
    static boolean offer(byte[] bytes) {
        return FILE.offer(bytes);
    }

    private static byte[] headers(List<Damage> damages, byte[] file) {
        byte[] head = Damage.all(damages, Arrays.copyOf(file, HEAD));
        byte[] spoilt = Arrays.copyOf(head, head.length + file.length - HEAD);
        System.arraycopy(file, HEAD, spoilt, head.length, file.length - HEAD);
        return spoilt;
    }
}
