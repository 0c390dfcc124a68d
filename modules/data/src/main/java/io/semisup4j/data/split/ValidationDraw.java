package io.semisup4j.data.split;

import io.semisup4j.data.dataset.ClassPositions;
import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.folder.ImageFolder;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Draws the pictures to measure on from a folder that says nothing of them. */
public final class ValidationDraw {
    private ValidationDraw() {}

    /**
     * The same part of each class, drawn as by {@link LabelDraw#fraction} and left out of the training pictures.
     *
     * @param fraction the part of each class, more than 0 and less than 1
     * @throws DataException if a class has no picture left to learn from, naming every such class
     */
    public static ImageFolder split(ImageFolder folder, double fraction, long seed) {
        int[] labels = folder.train().labels();
        int classes = folder.train().classes().size();
        int[][] positions = ClassPositions.of(labels, classes);
        DataException.throwIfAny(
                "drawing the pictures to measure on",
                IntStream.range(0, classes)
                        .filter(k -> positions[k].length == 1)
                        .mapToObj(k -> "class " + folder.train().classes().get(k) + " has one picture only; add a"
                                + " second, or put pictures to measure on into a folder val beside train.")
                        .toList());
        int[] drawn = LabelDraw.fraction(labels, classes, fraction, seed).indices();
        Arrays.sort(drawn);
        return folder.splitOff(drawn);
    }
}
