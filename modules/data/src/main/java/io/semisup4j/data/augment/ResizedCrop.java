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
        int row = width * Canvas.CHANNELS;
        // (box.height x width x 3): as integers, since the vertical pass is fastest on them.
        int[] narrow = canvas.integers(0, box.height() * row);
        if (box.width() == width) {
            Resample.copy(canvas.pixels(), canvas.width(), box, narrow);
        } else {
            ResampleKernel across = canvas.kernels().get(box.width(), width, filter);
            Resample.horizontal(canvas.pixels(), canvas.width(), box, across, narrow);
        }
        byte[] target = canvas.blank(height, width);
        if (box.height() == height) {
            Resample.store(narrow, target, height * row);
        } else {
            ResampleKernel down = canvas.kernels().get(box.height(), height, filter);
            Resample.vertical(narrow, row, down, canvas.integers(1, row), target);
        }
        canvas.show(height, width);
    }
}
