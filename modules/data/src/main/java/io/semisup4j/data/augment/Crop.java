package io.semisup4j.data.augment;

/**
 * Keeps a rectangle of the picture.
 *
 * @param box what is kept; must lie within the picture
 */
public record Crop(CropBox box) implements PixelOperation {
    @Override
    public void apply(Canvas canvas) {
        box.requireWithin(canvas.height(), canvas.width());
        byte[] source = canvas.pixels();
        byte[] target = canvas.blank(box.height(), box.width());
        int sourceRow = canvas.width() * Canvas.CHANNELS;
        int targetRow = box.width() * Canvas.CHANNELS;
        int from = box.top() * sourceRow + box.left() * Canvas.CHANNELS;
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(source, from + y * sourceRow, target, y * targetRow, targetRow);
        }
        canvas.show(box.height(), box.width());
    }
}
