package io.semisup4j.data.split;

import io.semisup4j.data.dataset.ClassPositions;
import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.random.MersenneTwister;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

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
        return draw(labels, classes, seed, available -> perClass);
    }

    /**
     * The same part of each class, at least one picture: the number of a class is the fraction of its pictures, rounded
     * to the nearest (halves up). Drawn as by {@link #perClass}, so a smaller draw is contained in every larger one.
     *
     * @param labels the class of each picture
     * @param fraction the part with labels, more than 0, at most 1
     * @throws DataException if the fraction is out of range or a class has no picture, naming every such class
     */
    public static Split fraction(int[] labels, int classes, double fraction, long seed) {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new DataException(
                    "the fraction of labelled pictures is " + fraction + "; it must be more than 0 and at most 1.");
        }
        return draw(labels, classes, seed, available -> (int) Math.max(1, Math.round(fraction * available)));
    }

    /** Draws from each class the number that follows from how many pictures it has. */
    private static Split draw(int[] labels, int classes, long seed, IntUnaryOperator number) {
        MersenneTwister random = new MersenneTwister(seed);
        int[][] positions = ClassPositions.of(labels, classes);
        List<String> problems = new ArrayList<>();
        IntStream.Builder drawn = IntStream.builder();
        for (int t = 0; t < classes; t++) {
            int available = positions[t].length;
            int wanted = number.applyAsInt(available);
            if (available < wanted) {
                problems.add("class " + t + " has " + available + " pictures, but " + wanted
                        + " labels a class were asked for; ask for at most " + available + ".");
                continue;
            }
            int[] order = random.permutation(available);
            for (int i = 0; i < wanted; i++) {
                drawn.add(positions[t][order[i]]);
            }
        }
        DataException.throwIfAny("this draw of labels", problems);
        return new Split(drawn.build().toArray());
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
