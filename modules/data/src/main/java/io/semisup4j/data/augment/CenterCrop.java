package io.semisup4j.data.augment;

/**
 * Keeps the middle of the picture, as torchvision's CenterCrop: an odd remainder is split half to even.
 *
 * @param height rows kept, not more than the picture has
 * @param width columns kept, not more than the picture has
 */
public record CenterCrop(int height, int width) implements PixelOperation {
    public CenterCrop {
        Checks.size("a center crop", height, width);
    }

    @Override
    public void apply(Canvas canvas) {
        if (height > canvas.height() || width > canvas.width()) {
            throw new IllegalArgumentException("a center crop of " + height + " x " + width
                    + " (height x width) does not fit into a picture of " + canvas.height() + " x " + canvas.width()
                    + "; resize the picture first or ask for a smaller crop");
        }
        if (height != canvas.height() || width != canvas.width()) {
            int top = (int) Math.rint((canvas.height() - height) / 2.0);
            int left = (int) Math.rint((canvas.width() - width) / 2.0);
            new Crop(new CropBox(top, left, height, width)).apply(canvas);
        }
    }
}
