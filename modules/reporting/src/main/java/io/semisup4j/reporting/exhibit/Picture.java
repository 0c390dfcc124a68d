package io.semisup4j.reporting.exhibit;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A small picture as it is carried in files and pages.
 *
 * @param height rows of the picture that was shown, before it was made smaller for the report
 * @param width its columns
 * @param png the picture as PNG in Base64, no side longer than {@value #LONGEST} pixels
 */
public record Picture(int height, int width, String png) {
    private static final int LONGEST = 96;
    private static final int CHANNELS = 3;

    /**
     * A picture of these pixels.
     *
     * @param rgb height x width x 3 unsigned bytes
     */
    public static Picture of(int height, int width, byte[] rgb) {
        if (rgb.length != height * width * CHANNELS) {
            throw new IllegalArgumentException("a picture of " + height + " x " + width + " needs "
                    + height * width * CHANNELS + " bytes, but has " + rgb.length);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < height * width; i++) {
            int pixel =
                    (rgb[CHANNELS * i] & 255) << 16 | (rgb[CHANNELS * i + 1] & 255) << 8 | rgb[CHANNELS * i + 2] & 255;
            image.setRGB(i % width, i / width, pixel);
        }
        return new Picture(height, width, png(shrunk(image)));
    }

    /** Source of an HTML image. */
    public String src() {
        return "data:image/png;base64," + png;
    }

    private static BufferedImage shrunk(BufferedImage image) {
        int longest = Math.max(image.getHeight(), image.getWidth());
        if (longest <= LONGEST) {
            return image;
        }
        int height = Math.max(1, image.getHeight() * LONGEST / longest);
        int width = Math.max(1, image.getWidth() * LONGEST / longest);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }

    private static String png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
