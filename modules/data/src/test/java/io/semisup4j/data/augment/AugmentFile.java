package io.semisup4j.data.augment;

import io.semisup4j.data.image.Image;
import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.weights.npz.NpzFile;

/** The file of pictures that Pillow and torchvision augmented. */
final class AugmentFile {
    static final String SOURCE = "image";

    private AugmentFile() {}

    static NpzFile open() {
        return NpzFile.open(GoldenFolder.file("paws", "augment.npz"));
    }

    /** Grey levels 0..255 stored as floats, height x width x 3. */
    static Image picture(NpzFile npz, String name) {
        long[] shape = npz.shape(name);
        float[] levels = npz.floats(name);
        byte[] pixels = new byte[levels.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (int) levels[i];
        }
        return new Image((int) shape[0], (int) shape[1], (int) shape[2], pixels);
    }
}
