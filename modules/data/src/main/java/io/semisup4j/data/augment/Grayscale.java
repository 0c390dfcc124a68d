package io.semisup4j.data.augment;

/** The brightness of each pixel in all three channels, as torchvision's to_grayscale with three channels. */
public record Grayscale() implements PixelOperation {
    @Override
    public void apply(Canvas canvas) {
        byte[] pixels = canvas.writablePixels();
        int length = canvas.length();
        for (int i = 0; i < length; i += Canvas.CHANNELS) {
            byte grey = (byte) Luma.at(pixels, i);
            pixels[i] = grey;
            pixels[i + 1] = grey;
            pixels[i + 2] = grey;
        }
    }
}
