package io.semisup4j.data.cifar;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.image.Image;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The records of one CIFAR file, whatever its layout.
 *
 * @param labels the class of each record, unsigned
 * @param planes {@code records x 3 x 32 x 32}: of each record the red, then the green, then the blue plane
 */
record CifarBatch(byte[] labels, byte[] planes) {
    static final int SIDE = 32;
    static final int CHANNELS = 3;
    /** Values of one picture. */
    static final int VALUES = CHANNELS * SIDE * SIDE;

    int size() {
        return labels.length;
    }

    int label(int record) {
        return labels[record] & 0xFF;
    }

    byte[] planes(int record) {
        return Arrays.copyOfRange(planes, record * VALUES, (record + 1) * VALUES);
    }

    /** Refuses labels that name no class, telling each record. */
    CifarBatch checked(String file, int classes) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (label(i) >= classes) {
                problems.add("record " + i + " has the label " + label(i) + "; with " + classes
                        + " classes a label lies in 0.." + (classes - 1)
                        + ". The file is damaged or not of this data set: copy it again.");
            }
        }
        DataException.throwIfAny("the CIFAR file " + file, problems);
        return this;
    }

    /** Colour planes (3 x 32 x 32) as a picture with interleaved channels (32 x 32 x 3). */
    static Image interleaved(byte[] planes) {
        byte[] pixels = new byte[VALUES];
        int plane = SIDE * SIDE;
        for (int i = 0; i < plane; i++) {
            for (int c = 0; c < CHANNELS; c++) {
                pixels[i * CHANNELS + c] = planes[c * plane + i];
            }
        }
        return new Image(SIDE, SIDE, CHANNELS, pixels);
    }
}
