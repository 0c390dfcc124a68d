package io.semisup4j.data.augment;

/**
 * Inverts every grey level that is not below a threshold, as Pillow's solarize.
 *
 * @param threshold a real number; 0 inverts everything, 256 nothing
 */
public record Solarize(double threshold) implements PixelOperation {
    public Solarize {
        Checks.within("the solarize threshold", threshold, 0, 256);
    }

    @Override
    public void apply(Canvas canvas) {
        byte[] table = canvas.table();
        for (int level = 0; level < 256; level++) {
            table[level] = (byte) (level < threshold ? level : 255 - level);
        }
        LookUp.apply(table, canvas.writablePixels(), canvas.length());
    }
}
