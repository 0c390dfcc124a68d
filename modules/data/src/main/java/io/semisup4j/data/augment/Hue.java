package io.semisup4j.data.augment;

/**
 * Turns the colour circle, as torchvision's adjust_hue on a Pillow image: to 8-bit HSV, H plus the shift modulo 256, and
 * back to RGB.
 *
 * @param shift of the full circle, -0.5..0.5; 0 changes nothing but the rounding of the way to HSV and back
 */
public record Hue(double shift) implements PixelOperation {
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
                int hue = hue(red, green, blue, value, chroma);
                writeRgb((hue + turn) & 0xFF, saturation, value, pixels, i);
            }
        }
    }

    /** The hue 0..255 of a colour that is not grey; float32 where Pillow has it. */
    private static int hue(int red, int green, int blue, int value, int chroma) {
        float c = chroma;
        float toRed = (value - red) / c;
        float toGreen = (value - green) / c;
        float toBlue = (value - blue) / c;
        float sixth;
        if (red == value) {
            sixth = toBlue - toGreen;
        } else if (green == value) {
            sixth = (float) (2.0 + toRed - toBlue);
        } else {
            sixth = (float) (4.0 + toGreen - toRed);
        }
        double turns = sixth / 6.0 + 1.0; // in 5/6..2
        return (int) ((float) (turns >= 1 ? turns - 1 : turns) * 255.0);
    }

    private static void writeRgb(int hue, int saturation, int value, byte[] pixels, int at) {
        double sixths = hue * 6.0 / 255.0;
        int sector = (int) sixths;
        float fraction = (float) (sixths - sector);
        float s = (float) (saturation / 255.0);
        byte v = (byte) value;
        byte p = round(value * (1.0 - s));
        byte q = round(value * (1.0 - s * fraction));
        byte t = round(value * (1.0 - s * (1.0 - fraction)));
        switch (sector % 6) {
            case 0 -> write(pixels, at, v, t, p);
            case 1 -> write(pixels, at, q, v, p);
            case 2 -> write(pixels, at, p, v, t);
            case 3 -> write(pixels, at, p, q, v);
            case 4 -> write(pixels, at, t, p, v);
            default -> write(pixels, at, v, p, q);
        }
    }

    /** Half away from zero; the values are never negative. */
    private static byte round(double value) {
        return (byte) (int) (value + 0.5);
    }

    private static void write(byte[] pixels, int at, byte red, byte green, byte blue) {
        pixels[at] = red;
        pixels[at + 1] = green;
        pixels[at + 2] = blue;
    }
}
