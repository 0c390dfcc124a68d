package io.semisup4j.data.decode;

import java.util.Locale;

/** The picture formats that are understood, told by their first bytes. */
enum PictureFormat {
    JPEG,
    PNG,
    GIF,
    BMP,
    PNM;

    private static final int SHOWN = 4;

    /** The format of the file; one that is not understood is unreadable, in words that help to find out what it is. */
    static PictureFormat of(PictureFile file) {
        if (file.length() == 0) {
            throw file.unreadable("it is empty (0 bytes)");
        }
        if (file.startsWith(0xFF, 0xD8)) {
            return JPEG;
        }
        if (file.startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return PNG;
        }
        if (file.hasText(0, "GIF87a") || file.hasText(0, "GIF89a")) {
            return GIF;
        }
        if (file.hasText(0, "BM")) {
            return BMP;
        }
        if (file.hasText(0, "P5") || file.hasText(0, "P6")) {
            return PNM;
        }
        throw file.unreadable(whatElse(file));
    }

    private static String whatElse(PictureFile file) {
        StringBuilder hex = new StringBuilder();
        boolean text = true;
        for (int i = 0; i < Math.min(SHOWN, file.length()); i++) {
            int value = file.u8(i);
            hex.append(String.format(Locale.ROOT, i == 0 ? "%02x" : " %02x", value));
            text &= value >= ' ' && value < 0x7F || value == '\n' || value == '\r' || value == '\t';
        }
        String kind = text ? "it looks like a text file" : "it is no picture of a format that is understood";
        return kind + " (its first bytes are " + hex + "; JPEG, PNG, GIF, BMP and binary PNM are understood)";
    }
}
