package io.semisup4j.data.decode;

/** The bounds of a picture's size, checked on what the header says before any memory is taken for pixels. */
final class PictureSize {
    /** Pixels of the largest picture that is decoded: where Pillow, too, takes a picture for a decompression bomb. */
    static final long MAX_PIXELS = 178_956_970;

    private PictureSize() {}

    static void check(PictureFile file, long width, long height) {
        if (width < 1 || height < 1) {
            throw file.unreadable("its header says that it is " + width + " x " + height
                    + " pixels (width x height); both must be at least 1");
        }
        if (width > MAX_PIXELS || height > MAX_PIXELS || width * height > MAX_PIXELS) {
            throw file.unreadable("its header says that it is " + width + " x " + height
                    + " pixels (width x height); more than " + MAX_PIXELS
                    + " pixels are not decoded, because such a header is nearly always damage or an attack");
        }
    }

    /**
     * Refuses a picture that cannot be in its file.
     *
     * @param least bytes that a file with so many pixels has in its format at the least, whatever they show
     */
    static void checkHeld(PictureFile file, long width, long height, long least) {
        if (least > file.length()) {
            throw file.unreadable("its header says that it is " + width + " x " + height
                    + " pixels (width x height), which take at least " + least + " bytes, but the file ends after "
                    + file.length() + " (a truncated file, or a damaged header)");
        }
    }
}
