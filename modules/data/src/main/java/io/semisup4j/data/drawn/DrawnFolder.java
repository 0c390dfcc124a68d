package io.semisup4j.data.drawn;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Drawn pictures as JPEG files in ImageNet's layout: {@code train/n00000001/n00000001_1.JPEG} and {@code val/...}, so
 * that a program for ImageNet can be tried without it. The pictures differ in size and shape, as ImageNet's do.
 */
public final class DrawnFolder {
    private static final int CLASS_STEP = 1_000_000;

    private DrawnFolder() {}

    /**
     * Writes the set; equal specifications give equal pixels. Files that are there already are written over.
     *
     * @throws DrawnDataException if the folder cannot be written
     */
    public static void write(FolderSpec spec, Path root) {
        try {
            for (Split split : Split.values()) {
                for (int k = 0; k < spec.classes(); k++) {
                    writeClass(spec, split, k, root);
                }
            }
        } catch (IOException e) {
            throw new DrawnDataException(
                    "The drawn pictures cannot be written to " + root + " (" + e.getMessage()
                            + "); name a folder that can be written.",
                    e);
        }
    }

    /** The folder name of a class, in the form of ImageNet's: {@code n00000001} for class 0. */
    public static String className(int k) {
        return String.format(Locale.ROOT, "n%08d", k + 1);
    }

    private static void writeClass(FolderSpec spec, Split split, int k, Path root) throws IOException {
        Path folder = root.resolve(split == Split.TRAIN ? "train" : "val").resolve(className(k));
        Files.createDirectories(folder);
        for (int number = 1; number <= spec.size(split); number++) {
            Dice dice = Dice.of(spec.seed(), split, k * CLASS_STEP + number);
            Path file = folder.resolve(className(k) + "_" + number + ".JPEG");
            if (!ImageIO.write(picture(spec, Motif.values()[k], dice), "jpeg", file.toFile())) {
                throw new IOException("this Java platform writes no JPEG");
            }
        }
    }

    private static BufferedImage picture(FolderSpec spec, Motif motif, Dice dice) {
        int height = dice.whole(spec.shortest(), spec.longest());
        int width = dice.whole(spec.shortest(), spec.longest());
        int side = Math.max(height, width);
        byte[] planes = Picture.draw(motif, dice, side);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int top = (side - height) / 2;
        int left = (side - width) / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = 0;
                for (int channel = 0; channel < 3; channel++) {
                    colour = colour << 8 | planes[(channel * side + y + top) * side + x + left] & 0xFF;
                }
                picture.setRGB(x, y, colour);
            }
        }
        return picture;
    }
}
