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
        int length = canvas.width() * Canvas.CHANNELS;
        byte[] pixels = canvas.writablePixels();
        // height rows of width x 3 integers, twice.
        int[][] rows = canvas.lines(0, height, length);
        int[][] others = canvas.lines(1, height, length);
        int[][] near = canvas.lines(2, 2 * box.reach() + 1, length);
        for (int y = 0; y < height; y++) {
            blurRow(box, pixels, y * length, length, near, rows[y]);
        }
        int[][] column = new int[near.length][];
        blurColumns(box, rows, height, length, column, others);
        blurColumns(box, others, height, length, column, rows);
        blurColumns(box, rows, height, length, column, others);
        for (int y = 0; y < height; y++) {
            Bytes.narrow(others[y], pixels, y * length, length);
        }
    }

    /** All passes along one row; {@code near} is scratch for the row, moved left and right. */
    private static void blurRow(BoxBlur box, byte[] pixels, int from, int length, int[][] near, int[] row) {
        Bytes.widen(pixels, from, row, length);
        for (int pass = 0; pass < PASSES; pass++) {
            for (int d = -box.reach(); d <= box.reach(); d++) {
                shift(row, length, d, near[d + box.reach()]);
            }
            box.blur(near, row, length);
        }
    }

    /** The row as seen from {@code by} pixels to the right: its ends are replicated. */
    private static void shift(int[] row, int length, int by, int[] target) {
        int width = length / Canvas.CHANNELS;
        int moved = Math.min(Math.abs(by), width) * Canvas.CHANNELS;
        int kept = length - moved;
        int gap = by < 0 ? 0 : kept;
        int end = by < 0 ? 0 : length - Canvas.CHANNELS;
        System.arraycopy(row, by < 0 ? 0 : moved, target, by < 0 ? moved : 0, kept);
        for (int i = gap; i < gap + moved; i += Canvas.CHANNELS) {
            target[i] = row[end];
            target[i + 1] = row[end + 1];
            target[i + 2] = row[end + 2];
        }
    }

    /** One pass along all columns: the neighbours of a row are the rows above and below. */
    private static void blurColumns(BoxBlur box, int[][] rows, int height, int length, int[][] near, int[][] out) {
        for (int y = 0; y < height; y++) {
            for (int d = -box.reach(); d <= box.reach(); d++) {
                near[d + box.reach()] = rows[Math.min(height - 1, Math.max(0, y + d))];
            }
            box.blur(near, out[y], length);
        }
    }
}
