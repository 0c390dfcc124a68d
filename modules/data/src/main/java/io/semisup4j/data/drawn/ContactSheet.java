package io.semisup4j.data.drawn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Many small pictures side by side in one PNG file, for reports and documentation. */
public final class ContactSheet {
    private static final Color PAPER = new Color(0xF7, 0xF5, 0xF0);
    private static final int GAP = 2;

    private ContactSheet() {}

    /**
     * Writes pictures row by row; the folder is made if needed.
     *
     * @param pictures each 3 x side x side unsigned bytes: red, green, blue, row by row
     * @param side height and width of a picture in pixels
     * @param columns how many pictures stand in a row, at least 1
     * @param zoom how many pixels of the sheet a pixel of a picture is high and wide, at least 1
     * @throws IllegalArgumentException if there is no picture or one has another size
     */
    public static void write(List<byte[]> pictures, int side, int columns, int zoom, Path png) throws IOException {
        check(pictures, side, columns, zoom);
        int rows = (pictures.size() + columns - 1) / columns;
        int pitch = side * zoom + GAP * zoom;
        BufferedImage sheet =
                new BufferedImage(columns * pitch + GAP * zoom, rows * pitch + GAP * zoom, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setPaint(PAPER);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int at = 0; at < pictures.size(); at++) {
            int x = GAP * zoom + at % columns * pitch;
            int y = GAP * zoom + at / columns * pitch;
            pen.drawImage(image(pictures.get(at), side), x, y, side * zoom, side * zoom, null);
        }
        pen.dispose();
        Files.createDirectories(png.toAbsolutePath().getParent());
        ImageIO.write(sheet, "png", png.toFile());
    }

    /** The first pictures of a split of a drawn set: a column for each class, so many rows, three times as large. */
    public static void write(ShapesSpec spec, Split split, int rows, Path png) throws IOException {
        int count = Math.min(spec.size(split), rows * spec.classes());
        List<byte[]> pictures = IntStream.range(0, count)
                .mapToObj(index -> DrawnShapes.picture(spec, split, index))
                .toList();
        write(pictures, Canvas.SIDE, spec.classes(), 3, png);
    }

    private static void check(List<byte[]> pictures, int side, int columns, int zoom) {
        if (pictures.isEmpty() || columns < 1 || zoom < 1) {
            throw new IllegalArgumentException(
                    "A contact sheet needs a picture, a column and a zoom of at least 1, but has " + pictures.size()
                            + " pictures, " + columns + " columns and zoom " + zoom + ".");
        }
        for (byte[] picture : pictures) {
            if (picture.length != 3 * side * side) {
                throw new IllegalArgumentException("A picture of the contact sheet has " + picture.length
                        + " bytes instead of 3 x " + side + " x " + side + ".");
            }
        }
    }

    private static BufferedImage image(byte[] planes, int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        int pixels = side * side;
        for (int pixel = 0; pixel < pixels; pixel++) {
            int red = planes[pixel] & 255;
            int green = planes[pixels + pixel] & 255;
            int blue = planes[2 * pixels + pixel] & 255;
            image.setRGB(pixel % side, pixel / side, red << 16 | green << 8 | blue);
        }
        return image;
    }
}
