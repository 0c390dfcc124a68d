package io.semisup4j.data.decode;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no pictures: each is refused in a sentence with its name. */
class BadPictureTest {
    private final PictureDecoder decoder = new PictureDecoder();

    @TempDir
    Path temp;

    static byte[] resource(String name) throws IOException {
        try (InputStream in = BadPictureTest.class.getResourceAsStream("/pictures/" + name)) {
            return in.readAllBytes();
        }
    }

    private void assertRefused(byte[] bytes, String... words) {
        assertThatThrownBy(() -> decoder.decode("folder/x.jpg", bytes, bytes.length))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageStartingWith("the picture folder/x.jpg cannot be read: ")
                .hasMessageContainingAll(words)
                .hasMessageEndingWith(". Copy or download it again, or take it out of the data set.");
    }

    @Test
    void a_JPEG_file_that_is_cut_off_anywhere_is_refused() throws IOException {
        byte[] whole = resource("rgb420.jpg");
        for (int length = 3; length < whole.length; length += 97) {
            assertRefused(Arrays.copyOf(whole, length), "truncated");
        }
        assertRefused(Arrays.copyOf(whole, whole.length - 1), "after " + (whole.length - 1) + " bytes");
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "truncated");
    }

    @Test
    void other_formats_that_are_cut_off_are_refused() throws IOException {
        for (String name : new String[] {"RGB.png", "a.gif", "RGB.bmp", "c.ppm"}) {
            byte[] whole = resource(name);
            assertThatThrownBy(() -> decoder.decode(name, whole, whole.length / 2))
                    .as(name)
                    .isInstanceOf(UnreadablePictureException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void an_empty_file_is_refused() {
        assertRefused(new byte[0], "it is empty (0 bytes)");
    }

    @Test
    void a_text_file_is_refused() {
        assertRefused("<html>not found".getBytes(StandardCharsets.US_ASCII), "text file", "3c 68 74 6d");
    }

    @Test
    void a_file_of_another_kind_is_refused() {
        assertRefused(new byte[] {0, 1, 2, 3, 4}, "no picture of a format that is understood", "00 01 02 03");
    }

    @Test
    void a_giant_PNG_header_is_refused_before_memory_is_taken() throws IOException {
        assertRefused(pngOfSize(1_000_000, 1_000_000), "1000000 x 1000000", "178956970");
        assertRefused(pngOfSize(0xFFFFFFFF, 0xFFFFFFFF), "4294967295 x 4294967295");
    }

    @Test
    void a_giant_JPEG_header_is_refused_before_memory_is_taken() throws IOException {
        assertRefused(jpegOfSize(65535, 65535), "65535 x 65535", "178956970");
    }

    @Test
    void sizes_of_zero_are_refused() throws IOException {
        assertRefused(pngOfSize(0, 5), "0 x 5");
        assertRefused(jpegOfSize(0, 7), "0 x 7");
    }

    @Test
    void sizes_that_are_no_numbers_are_refused() {
        assertRefused("P6 NaN 5 255 ".getBytes(StandardCharsets.US_ASCII), "the width", "'NaN'", "no whole number");
        assertRefused("P6 4 Infinity 255 ".getBytes(StandardCharsets.US_ASCII), "the height", "'Infinity'");
    }

    @Test
    void negative_sizes_are_refused() throws IOException {
        assertRefused("P6 -4 5 255 ".getBytes(StandardCharsets.US_ASCII), "-4 x 5");
        byte[] bitmap = resource("RGB.bmp");
        ByteBuffer.wrap(bitmap).putInt(18, -1); // all bits set, in either byte order
        assertRefused(bitmap, "-1 x 17");
    }

    @Test
    void damage_within_a_PNG_file_is_seen_by_its_checksum() throws IOException {
        byte[] bytes = resource("RGB.png");
        bytes[bytes.length / 2] ^= 1;
        assertRefused(bytes, "checksum");
    }

    @Test
    void a_file_that_cannot_be_opened_is_named() {
        assertThatThrownBy(() -> decoder.read(temp.resolve("none.jpg")))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining(temp.resolve("none.jpg").toString());
        assertThatThrownBy(() -> decoder.read(temp)).isInstanceOf(UnreadablePictureException.class);
    }

    @Test
    void a_size_that_the_bytes_cannot_hold_is_refused_before_memory_is_taken() throws IOException {
        assertRefused(pngOfSize(10_000, 10_000), "10000 x 10000", "the file ends after");
        assertRefused(jpegOfSize(10_000, 10_000), "10000 x 10000", "the file ends after");
        assertRefused(withShorts(resource("a.gif"), 6, 10_000), "10000 x 10000", "the file ends after");
    }

    @Test
    void a_GIF_with_a_giant_picture_in_a_small_frame_is_refused_before_memory_is_taken() throws IOException {
        byte[] gif = resource("a.gif");
        int picture = 13 + (3 << (gif[10] & 7) + 1); // behind the header and its palette
        while (gif[picture] != 0x2C) { // extensions: two bytes, then blocks with their lengths
            picture += 2;
            while (gif[picture] != 0) {
                picture += 1 + (gif[picture] & 0xFF);
            }
            picture++;
        }
        assertRefused(withShorts(gif, picture + 5, 40_000), "picture of 40000 x 40000", "save it as PNG");
    }

    @Test
    void a_bitmap_whose_pixels_begin_behind_its_end_is_refused_before_memory_is_taken() throws IOException {
        assertRefused(withShorts(resource("p.bmp"), 10, 0x3000), "the file ends after");
    }

    /** Two numbers beside one another, little-endian. */
    private static byte[] withShorts(byte[] file, int at, int value) {
        byte[] changed = file.clone();
        ByteBuffer.wrap(changed)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(at, (short) value)
                .putShort(at + 2, (short) value);
        return changed;
    }

    private static byte[] pngOfSize(int width, int height) throws IOException {
        byte[] bytes = resource("RGB.png");
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        buffer.putInt(16, width).putInt(20, height);
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 12, 17);
        buffer.putInt(29, (int) checksum.getValue());
        return bytes;
    }

    private static byte[] jpegOfSize(int width, int height) throws IOException {
        byte[] bytes = resource("rgb420.jpg");
        for (int at = 2; ; at += 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF)) {
            if ((bytes[at + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(bytes).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
                return bytes;
            }
        }
    }
}
