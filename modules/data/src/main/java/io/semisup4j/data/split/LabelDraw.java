package io.semisup4j.data.split;

import io.semisup4j.data.dataset.ClassPositions;
import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.random.MersenneTwister;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws the labelled part of a set with a seed, so that anybody can draw it again. */
public final class LabelDraw {
    private LabelDraw() {}

    /**
     * The same number of labels in each class. With {@code m = MersenneTwister(seed)}, for each class in order: its
     * pictures in ascending order are permuted by {@code m.permutation(their number)} and the first {@code perClass} are
     * taken. The split lists class after class. With one seed a smaller draw is contained in every larger one.
     *
     * @param labels the class of each picture
     * @throws DataException if a class has fewer pictures, naming every such class
     */
    public static Split perClass(int[] labels, int classes, int perClass, long seed) {
        if (perClass < 1) {
            throw new DataException(perClass + " labels a class were asked for; draw at least 1.");
        }
        MersenneTwister random = new MersenneTwister(seed);
        int[][] positions = ClassPositions.of(labels, classes);
        List<String> problems = new ArrayList<>();
        int[] drawn = new int[classes * perClass];
        for (int t = 0; t < classes; t++) {
            int available = positions[t].length;
            if (available < perClass) {
                problems.add("class " + t + " has " + available + " pictures, but " + perClass
                        + " labels a class were asked for; ask for at most " + available + ".");
                continue;
            }
            int[] order = random.permutation(available);
            for (int i = 0; i < perClass; i++) {
                drawn[t * perClass + i] = positions[t][order[i]];
            }
        }
        DataException.throwIfAny("this draw of labels", problems);
        return new Split(drawn);
    }

    /**
     * Independent coin flips, as PAWS draws where no list of labelled pictures exists: with {@code m =
     * MersenneTwister(seed)}, picture after picture, the label is kept when {@code m.nextFloat() >= unlabeledFraction}.
     * The classes are not balanced.
     *
     * @param images number of pictures
     * @param unlabeledFraction expected part without label, in [0, 1]
     */
    public static Split coinFlips(int images, float unlabeledFraction, long seed) {
        if (!(unlabeledFraction >= 0 && unlabeledFraction <= 1)) {
            throw new DataException("the unlabelled fraction is " + unlabeledFraction + "; it must lie in 0..1.");
        }
        MersenneTwister random = new MersenneTwister(seed);
        int[] kept = new int[images];
        int count = 0;
        for (int i = 0; i < images; i++) {
            if (random.nextFloat() >= unlabeledFraction) {
                kept[count++] = i;
            }
        }
        return new Split(Arrays.copyOf(kept, count));
    }
}
