package io.semisup4j.data.augment;

/**
 * Blends the picture with black, as torchvision's adjust_brightness on a Pillow image.
 *
 * @param factor 0 gives black, 1 changes nothing, more than 1 brightens; at least 0
 */
public record Brightness(double factor) implements PixelOperation {
    public Brightness {
        Checks.within("the brightness factor", factor, 0, Float.MAX_VALUE);
    }

    @Override
    public void apply(Canvas canvas) {
        byte[] table = canvas.table();
        Blend.fill(table, 0, (float) factor);
        LookUp.apply(table, canvas.writablePixels(), canvas.length());
    }
}
