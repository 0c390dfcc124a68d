package io.semisup4j.data.decode;

import java.util.zip.CRC32;

/**
 * What must be known of a PNG file before it is decoded.
 *
 * @param depth bits of a stored value: 1, 2, 4, 8 or 16
 * @param colour how values mean colours
 * @param palette the colours of the indices 0..255, {@code 0xRRGGBB}: those of the file, and beyond their end, as Pillow
 *     has it, the grey of the index; only with {@link Colour#PALETTE}
 */
record PngHeader(int width, int height, int depth, Colour colour, int[] palette) {
    private static final int SIGNATURE = 8;
    /** Length, type and checksum of a chunk, around its content. */
    private static final int FRAME = 12;
    /** How many bytes a byte of deflated data can stand for. */
    private static final int DEFLATED = 1032;

    /** The colour types of the PNG specification. */
    enum Colour {
        GREY(0, 1),
        RGB(2, 3),
        PALETTE(3, 1),
        GREY_ALPHA(4, 2),
        RGB_ALPHA(6, 4);

        private final int code;
        private final int values;

        Colour(int code, int values) {
            this.code = code;
            this.values = values;
        }

        private static Colour of(PictureFile file, int code) {
            for (Colour colour : values()) {
                if (colour.code == code) {
                    return colour;
                }
            }
            throw file.unreadable("its header has the PNG colour type " + code + ", which does not exist");
        }
    }

    /** Reads the header, then walks over all chunks: each must be whole and match its checksum, and the last be IEND. */
    static PngHeader read(PictureFile file) {
        if (!file.hasText(SIGNATURE + 4, "IHDR")) {
            throw file.length() < SIGNATURE + 8
                    ? file.truncated()
                    : file.unreadable("this PNG file does not begin with a header");
        }
        long width = file.u32(SIGNATURE + 8);
        long height = file.u32(SIGNATURE + 12);
        PictureSize.check(file, width, height);
        int depth = file.u8(SIGNATURE + 16);
        Colour colour = Colour.of(file, file.u8(SIGNATURE + 17));
        int[] palette = checkChunks(file);
        PictureSize.checkHeld(file, width, height, width * height * depth * colour.values / Byte.SIZE / DEFLATED);
        return new PngHeader((int) width, (int) height, depth, colour, palette);
    }

    /** The palette that was met on the way. */
    private static int[] checkChunks(PictureFile file) {
        int[] palette = RgbInt.greys();
        CRC32 checksum = new CRC32();
        long at = SIGNATURE;
        while (true) {
            long length = file.u32((int) at);
            if (at + FRAME + length > file.length()) {
                throw file.truncated();
            }
            int start = (int) at + 4;
            int content = (int) length;
            checksum.reset();
            checksum.update(file.bytes(), start, content + 4);
            if (checksum.getValue() != file.u32(start + 4 + content)) {
                throw file.unreadable("a part of its PNG data does not match its checksum, so the file is damaged");
            }
            if (file.hasText(start, "PLTE")) {
                for (int i = 0; i < Math.min(palette.length, content / 3); i++) {
                    palette[i] = file.u16(start + 4 + 3 * i) << 8 | file.u8(start + 6 + 3 * i);
                }
            }
            if (file.hasText(start, "IEND")) {
                return palette;
            }
            at += FRAME + length;
        }
    }
}
