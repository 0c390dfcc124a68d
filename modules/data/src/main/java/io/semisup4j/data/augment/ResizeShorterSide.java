package io.semisup4j.data.augment;

/**
 * Resizes the whole picture so that its shorter side has a given length; the other side is {@code size * longer /
 * shorter}, truncated, as torchvision's Resize with one number.
 *
 * @param size pixels of the shorter side, at least 1
 * @param filter how pixels are weighted
 */
public record ResizeShorterSide(int size, ResampleFilter filter) implements PixelOperation {
    public ResizeShorterSide {
        Checks.size("a resized picture", size, size);
    }

    @Override
    public void apply(Canvas canvas) {
        long height = canvas.height();
        long width = canvas.width();
        int newHeight = height <= width ? size : Math.toIntExact(size * height / width);
        int newWidth = height <= width ? Math.toIntExact(size * width / height) : size;
        new ResizedCrop(CropBox.whole(canvas.height(), canvas.width()), newHeight, newWidth, filter).apply(canvas);
    }
}
