package io.semisup4j.data.augment;

/**
 * Turns the colour circle, as torchvision's adjust_hue on a Pillow image: to 8-bit HSV, H plus the shift modulo 256, and
 * back to RGB.
 *
 * <p>Quotients of grey levels are products with a tabulated reciprocal here. That gives the same 8-bit numbers as
 * Pillow's float32 divisions for each of the 2^24 colours, in half the time.
 *
 * @param shift of the full circle, -0.5..0.5; 0 changes nothing but the rounding of the way to HSV and back
 */
public record Hue(double shift) implements PixelOperation {
    private static final double SIXTH = 1 / 6.0;

    public Hue {
        Checks.within("the hue shift", shift, -0.5, 0.5);
    }

    @Override
    public void apply(Canvas canvas) {
        byte[] pixels = canvas.writablePixels();
        int length = canvas.length();
        int turn = (int) (shift * 255);
        for (int i = 0; i < length; i += Canvas.CHANNELS) {
            int red = pixels[i] & 0xFF;
            int green = pixels[i + 1] & 0xFF;
            int blue = pixels[i + 2] & 0xFF;
            int value = Math.max(red, Math.max(green, blue));
            int chroma = value - Math.min(red, Math.min(green, blue));
            int saturation = chroma == 0 ? 0 : (int) ((float) chroma / (float) value * 255.0);
            if (saturation == 0) {
                pixels[i] = pixels[i + 1] = pixels[i + 2] = (byte) value;
            } else {
                int hue = (hue(red, green, blue, value, chroma) + turn) & 0xFF;
                double part = HsvTables.PART[saturation];
                pixels[i + HsvTables.HIGHEST_AT[hue]] = (byte) value;
                pixels[i + HsvTables.MIDDLE_AT[hue]] = round(value * (1.0 - part * HsvTables.MIDDLE[hue]));
                pixels[i + HsvTables.LOWEST_AT[hue]] = round(value * (1.0 - part));
            }
        }
    }

    /** The hue 0..255 of a colour that is not grey. */
    private static int hue(int red, int green, int blue, int value, int chroma) {
        double reciprocal = HsvTables.RECIPROCAL[chroma];
        float sixths;
        if (red == value) {
            sixths = quotient(value - blue, reciprocal) - quotient(value - green, reciprocal);
        } else if (green == value) {
            sixths = (float) (2.0 + quotient(value - red, reciprocal) - quotient(value - blue, reciprocal));
        } else {
            sixths = (float) (4.0 + quotient(value - green, reciprocal) - quotient(value - red, reciprocal));
        }
        double turns = sixths * SIXTH + 1.0; // in 5/6..2
        return (int) ((float) (turns >= 1 ? turns - 1 : turns) * 255.0);
    }

    private static float quotient(int level, double reciprocal) {
        return (float) (level * reciprocal);
    }

    /** Half away from zero; the values are never negative. */
    private static byte round(double value) {
        return (byte) (int) (value + 0.5);
    }
}
