package io.semisup4j.data.augment;

/**
 * A rectangle of whole pixels within a picture.
 *
 * @param top first row, at least 0
 * @param left first column, at least 0
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record CropBox(int top, int left, int height, int width) {
    public CropBox {
        Checks.size("a crop", height, width);
        if (top < 0 || left < 0) {
            throw new IllegalArgumentException(
                    "a crop starts at row " + top + ", column " + left + ", but rows and columns are counted from 0");
        }
    }

    /** The whole of a picture. */
    public static CropBox whole(int height, int width) {
        return new CropBox(0, 0, height, width);
    }

    void requireWithin(int pictureHeight, int pictureWidth) {
        if (height > pictureHeight - top || width > pictureWidth - left) {
            throw new IllegalArgumentException(
                    "a crop of " + height + " x " + width + " (height x width) from row " + top + ", column " + left
                            + " does not fit into a picture of " + pictureHeight + " x " + pictureWidth);
        }
    }
}
