package io.semisup4j.data.augment;

/**
 * Crops and resizes with Pillow's arithmetic: antialiased, the horizontal pass first, its result rounded to 8 bit, then
 * the vertical pass; an axis that keeps its size is not touched. Pixels outside the crop have no influence.
 *
 * @param box the crop, within the picture
 * @param height rows of the result
 * @param width columns of the result
 * @param filter how pixels are weighted
 */
public record ResizedCrop(CropBox box, int height, int width, ResampleFilter filter) implements PixelOperation {
    public ResizedCrop {
        Checks.size("a resized crop", height, width);
    }

    @Override
    public void apply(Canvas canvas) {
        box.requireWithin(canvas.height(), canvas.width());
        if (box.height() == height && box.width() == width) {
            if (height != canvas.height() || width != canvas.width()) {
                new Crop(box).apply(canvas);
            }
            return;
        }
        int length = width * Canvas.CHANNELS;
        int[][] rows = canvas.lines(0, box.height(), length);
        fillRows(canvas, rows);
        byte[] target = canvas.blank(height, width);
        if (box.height() == height) {
            for (int y = 0; y < height; y++) {
                Bytes.narrow(rows[y], target, y * length, length);
            }
        } else {
            ResampleKernel down = canvas.kernels().get(box.height(), height, filter);
            Resample.vertical(rows, length, down, canvas.lines(1, 1, length)[0], target);
        }
        canvas.show(height, width);
    }

    /** The rows of the box, resampled to the new width: box.height x (width x 3). */
    private void fillRows(Canvas canvas, int[][] rows) {
        if (box.width() != width) {
            ResampleKernel across = canvas.kernels().get(box.width(), width, filter);
            Resample.horizontal(canvas.pixels(), canvas.width(), box, across, rows);
            return;
        }
        for (int y = 0; y < box.height(); y++) {
            int from = ((box.top() + y) * canvas.width() + box.left()) * Canvas.CHANNELS;
            Bytes.widen(canvas.pixels(), from, rows[y], width * Canvas.CHANNELS);
        }
    }
}
