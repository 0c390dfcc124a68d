package io.semisup4j.data.augment;

import io.semisup4j.data.random.Draws;

/**
 * Draws a {@link ResizedCrop} of random area and shape, as torchvision's RandomResizedCrop: up to ten tries of an area
 * uniform in the scale range and an aspect ratio log-uniform in the ratio range; if none fits, the largest centred crop
 * whose ratio is in range.
 *
 * @param height rows of the result
 * @param width columns of the result
 * @param minScale smallest area of the crop, as a part of the picture's, more than 0
 * @param maxScale largest area of the crop, at most 1
 * @param minRatio smallest width by height, 3/4 by default
 * @param maxRatio largest width by height, 4/3 by default
 * @param filter how pixels are weighted
 */
public record RandomResizedCrop(
        int height,
        int width,
        double minScale,
        double maxScale,
        double minRatio,
        double maxRatio,
        ResampleFilter filter)
        implements Augmentation {
    private static final int TRIES = 10;

    public RandomResizedCrop {
        Checks.size("a random resized crop", height, width);
        Checks.range("the scale of a crop", minScale, maxScale, Double.MIN_VALUE, 1);
        Checks.range("the aspect ratio of a crop", minRatio, maxRatio, 1e-3, 1e3);
    }

    /** A square result, the ratio 3/4..4/3 and bilinear weights. */
    public static RandomResizedCrop square(int size, double minScale, double maxScale) {
        return new RandomResizedCrop(size, size, minScale, maxScale, 3.0 / 4.0, 4.0 / 3.0, ResampleFilter.BILINEAR);
    }

    /** The same with another size of the result. */
    public RandomResizedCrop withSize(int newHeight, int newWidth) {
        return new RandomResizedCrop(newHeight, newWidth, minScale, maxScale, minRatio, maxRatio, filter);
    }

    /** The same with another range of areas. */
    public RandomResizedCrop withScale(double newMinScale, double newMaxScale) {
        return new RandomResizedCrop(height, width, newMinScale, newMaxScale, minRatio, maxRatio, filter);
    }

    @Override
    public ResizedCrop draw(Draws draws, int pictureHeight, int pictureWidth) {
        return new ResizedCrop(drawBox(draws, pictureHeight, pictureWidth), height, width, filter);
    }

    /** The crop alone, within a picture of the given size. */
    CropBox drawBox(Draws draws, int pictureHeight, int pictureWidth) {
        double pictureArea = (double) pictureHeight * pictureWidth;
        double logMinRatio = StrictMath.log(minRatio);
        double logMaxRatio = StrictMath.log(maxRatio);
        for (int i = 0; i < TRIES; i++) {
            double area = pictureArea * draws.uniform(minScale, maxScale);
            double ratio = StrictMath.exp(draws.uniform(logMinRatio, logMaxRatio));
            int w = (int) Math.rint(Math.sqrt(area * ratio));
            int h = (int) Math.rint(Math.sqrt(area / ratio));
            if (0 < w && w <= pictureWidth && 0 < h && h <= pictureHeight) {
                int top = draws.nextInt(pictureHeight - h + 1);
                int left = draws.nextInt(pictureWidth - w + 1);
                return new CropBox(top, left, h, w);
            }
        }
        return largestCentred(pictureHeight, pictureWidth);
    }

    private CropBox largestCentred(int pictureHeight, int pictureWidth) {
        double pictureRatio = (double) pictureWidth / pictureHeight;
        int w = pictureWidth;
        int h = pictureHeight;
        if (pictureRatio < minRatio) {
            h = Math.max(1, (int) Math.rint(w / minRatio));
        } else if (pictureRatio > maxRatio) {
            w = Math.max(1, (int) Math.rint(h * maxRatio));
        }
        return new CropBox((pictureHeight - h) / 2, (pictureWidth - w) / 2, h, w);
    }
}
