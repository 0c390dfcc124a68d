package io.semisup4j.data.augment;

/** Mirrors the picture left to right. */
public record HorizontalFlip() implements PixelOperation {
    @Override
    public void apply(Canvas canvas) {
        byte[] pixels = canvas.writablePixels();
        int row = canvas.width() * Canvas.CHANNELS;
        int length = canvas.length();
        for (int start = 0; start < length; start += row) {
            for (int left = start, right = start + row - 3; left < right; left += 3, right -= 3) {
                swap(pixels, left, right);
                swap(pixels, left + 1, right + 1);
                swap(pixels, left + 2, right + 2);
            }
        }
    }

    private static void swap(byte[] pixels, int a, int b) {
        byte kept = pixels[a];
        pixels[a] = pixels[b];
        pixels[b] = kept;
    }
}
