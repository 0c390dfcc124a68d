package io.semisup4j.data.decode;

import io.semisup4j.data.image.Image;
import java.nio.charset.StandardCharsets;

/** Binary PNM of 8 bits a value: grey (P5) and colour (P6), with a header of text. */
final class Pnm {
    private static final int LONGEST_NUMBER = 12;

    private final PictureFile file;
    private int at = 2;

    private Pnm(PictureFile file) {
        this.file = file;
    }

    static Image decode(PictureFile file, PixelBuffer buffer) {
        return new Pnm(file).decode(buffer);
    }

    private Image decode(PixelBuffer buffer) {
        long width = number("width");
        long height = number("height");
        PictureSize.check(file, width, height);
        long greatest = number("greatest value");
        if (greatest != 255) {
            throw file.unreadable("this PNM file has values up to " + greatest + "; up to 255 are understood");
        }
        int start = at + 1; // one white space ends the header
        int bands = file.bytes()[1] == '6' ? 3 : 1;
        if (file.length() - start < width * height * bands) {
            throw file.truncated();
        }
        Image image = buffer.blank((int) height, (int) width);
        for (int i = 0; i < image.length(); i++) {
            image.pixels()[i] = file.bytes()[start + (bands == 3 ? i : i / 3)];
        }
        return image;
    }

    private long number(String what) {
        skipSpaceAndComments();
        int start = at;
        while (!isSpace(file.u8(at)) && at - start < LONGEST_NUMBER) {
            at++;
        }
        String text = new String(file.bytes(), start, at - start, StandardCharsets.ISO_8859_1);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw file.unreadable("the " + what + " in its header is '" + text + "', which is no whole number");
        }
    }

    private void skipSpaceAndComments() {
        while (isSpace(file.u8(at)) || file.u8(at) == '#') {
            if (file.u8(at) == '#') {
                while (file.u8(at) != '\n') {
                    at++;
                }
            }
            at++;
        }
    }

    private static boolean isSpace(int value) {
        return value == ' ' || value >= '\t' && value <= '\r';
    }
}
