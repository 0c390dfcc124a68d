package io.semisup4j.data.augment;

/**
 * Pillow's Gaussian blur: three extended box blurs along the rows, then three along the columns, each rounded to 8 bit,
 * with replicated edges.
 *
 * @param radius the standard deviation in pixels, 0..100; 0 changes nothing
 */
public record GaussianBlur(double radius) implements PixelOperation {
    static final double MAX_RADIUS = 100;
    private static final int PASSES = 3;

    public GaussianBlur {
        Checks.within("the blur radius", radius, 0, MAX_RADIUS);
    }

    @Override
    public void apply(Canvas canvas) {
        if (radius == 0) {
            return;
        }
        BoxBlur box = BoxBlur.forGaussian((float) radius, PASSES);
        int height = canvas.height();
        int row = canvas.width() * Canvas.CHANNELS;
        int margin = box.reach() * row;
        // Two pictures (height x width x 3) with room for replicated rows above and below.
        int[] a = canvas.integers(0, height * row + 2 * margin);
        int[] b = canvas.integers(1, height * row + 2 * margin);
        byte[] pixels = canvas.writablePixels();
        blurRows(
                box, pixels, height, row, a, margin, canvas.integers(2, 2 * (row + 2 * box.reach() * Canvas.CHANNELS)));
        blurColumns(box, height, row, a, b, margin);
        blurColumns(box, height, row, b, a, margin);
        blurColumns(box, height, row, a, b, margin);
        for (int i = 0; i < height * row; i++) {
            pixels[i] = (byte) b[margin + i];
        }
    }

    /** All passes along each row: pixels to target from {@code margin} on; {@code lines} holds two rows with margins. */
    private static void blurRows(
            BoxBlur box, byte[] pixels, int height, int row, int[] target, int margin, int[] lines) {
        int lineMargin = box.reach() * Canvas.CHANNELS;
        int first = lineMargin;
        int second = row + 3 * lineMargin;
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < row; i++) {
                lines[first + i] = pixels[y * row + i] & 0xFF;
            }
            replicateEnds(lines, first, row, Canvas.CHANNELS, box.reach());
            box.blur(lines, first, Canvas.CHANNELS, lines, second, row);
            replicateEnds(lines, second, row, Canvas.CHANNELS, box.reach());
            box.blur(lines, second, Canvas.CHANNELS, lines, first, row);
            replicateEnds(lines, first, row, Canvas.CHANNELS, box.reach());
            box.blur(lines, first, Canvas.CHANNELS, target, margin + y * row, row);
        }
    }

    /** One pass along all columns at once: neighbours lie a whole row apart. */
    private static void blurColumns(BoxBlur box, int height, int row, int[] in, int[] out, int margin) {
        replicateEnds(in, margin, height * row, row, box.reach());
        box.blur(in, margin, row, out, margin, height * row);
    }

    /** Repeats the first and the last {@code step} of {@code length} values {@code reach} times outwards. */
    private static void replicateEnds(int[] values, int from, int length, int step, int reach) {
        int last = from + length - step;
        for (int d = 1; d <= reach; d++) {
            System.arraycopy(values, from, values, from - d * step, step);
            System.arraycopy(values, last, values, last + d * step, step);
        }
    }
}
