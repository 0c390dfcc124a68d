package io.semisup4j.data.augment;

/**
 * Blends each pixel with its own grey, as torchvision's adjust_saturation on a Pillow image.
 *
 * @param factor 0 gives a grey picture, 1 changes nothing, more than 1 deepens the colours; at least 0
 */
public record Saturation(double factor) implements PixelOperation {
    public Saturation {
        Checks.within("the saturation factor", factor, 0, Float.MAX_VALUE);
    }

    @Override
    public void apply(Canvas canvas) {
        byte[] pixels = canvas.writablePixels();
        int length = canvas.length();
        float f = (float) factor;
        for (int i = 0; i < length; i += Canvas.CHANNELS) {
            int grey = Luma.at(pixels, i);
            pixels[i] = (byte) Blend.of(grey, pixels[i] & 0xFF, f);
            pixels[i + 1] = (byte) Blend.of(grey, pixels[i + 1] & 0xFF, f);
            pixels[i + 2] = (byte) Blend.of(grey, pixels[i + 2] & 0xFF, f);
        }
    }
}
