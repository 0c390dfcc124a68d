package io.semisup4j.data.augment;

/**
 * Blends the picture with its mean grey, as torchvision's adjust_contrast on a Pillow image.
 *
 * @param factor 0 gives plain grey, 1 changes nothing, more than 1 raises the contrast; at least 0
 */
public record Contrast(double factor) implements PixelOperation {
    public Contrast {
        Checks.within("the contrast factor", factor, 0, Float.MAX_VALUE);
    }

    @Override
    public void apply(Canvas canvas) {
        byte[] pixels = canvas.writablePixels();
        byte[] table = canvas.table();
        Blend.fill(table, meanGrey(pixels, canvas.length()), (float) factor);
        LookUp.apply(table, pixels, canvas.length());
    }

    private static int meanGrey(byte[] pixels, int length) {
        long sum = 0;
        for (int i = 0; i < length; i += Canvas.CHANNELS) {
            sum += Luma.at(pixels, i);
        }
        double mean = (double) sum / (length / Canvas.CHANNELS);
        return (int) (mean + 0.5);
    }
}
