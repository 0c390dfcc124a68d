package io.semisup4j.data.sampling;

import io.semisup4j.data.dataset.ClassPositions;
import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.random.MersenneTwister;
import java.util.Arrays;

/**
 * The class-balanced support batches of PAWS and SuNCEt, exactly as the published code draws them, written as a pure
 * function of (iterator, inner epoch, outer epoch).
 *
 * <p>The published sampler is a generator that counts, over its whole lifetime, how often it has drawn the order of the
 * classes. It draws once when an iterator is created and once after each of the E inner epochs of the iterator, so
 * inner epoch e of iterator j uses the permutation of the classes with seed {@code j (E+1) + 1 + e}, and begins it at
 * its start. Nothing else is remembered from one inner epoch to the next: there is no state to save, and a resumed run
 * is exact as soon as it knows where it is.
 */
public final class StratifiedSampler {
    private final SupportShape shape;
    private final int[][] own;
    private final int classes;

    private StratifiedSampler(SupportShape shape, int[][] own) {
        this.shape = shape;
        this.own = own;
        this.classes = own.length;
    }

    /**
     * Checks that every batch of the whole run can be made.
     *
     * @param labels the class of each labelled picture, in the order of the list of labelled pictures
     * @param classes n, number of classes
     * @throws DataException with all problems: an impossible shape, classes with too few labelled pictures
     */
    public static StratifiedSampler of(int[] labels, int classes, SupportShape shape) {
        DataException.throwIfAny("the support batches", shape.problems(classes));
        int[][] positions = ClassPositions.of(labels, classes);
        int[][] own = new int[classes][];
        for (int t = 0; t < classes; t++) {
            own[t] = shareOf(positions[t], shape);
        }
        DataException.throwIfAny("the labelled pictures", Shortages.of(positions, own, shape));
        return new StratifiedSampler(shape, own);
    }

    private static int[] shareOf(int[] positions, SupportShape shape) {
        int share = positions.length / shape.world();
        if (shape.uniqueClasses() || share == 0) {
            return positions;
        }
        return Arrays.copyOfRange(positions, shape.rank() * share, (shape.rank() + 1) * share);
    }

    /** What a batch looks like. */
    public SupportShape shape() {
        return shape;
    }

    /** Batches of one inner epoch: as many as go through the classes without repeating one. */
    public int batchesPerInnerEpoch() {
        return classes / shape.classesPerRound();
    }

    /** Batches of one iterator: E inner epochs. */
    public int batchesPerIterator() {
        return shape.innerEpochs() * batchesPerInnerEpoch();
    }

    /**
     * All batches of one inner epoch.
     *
     * @param iterator j = 0, 1, ...: how many iterators were exhausted before this one
     * @param innerEpoch e, 0 .. E-1
     * @param outerEpoch o, the training epoch in which the inner epoch begins
     * @return batches x rows: positions in the list of labelled pictures; the rows of a batch are one picture of each of
     *     its K classes, then another one of each, s times (a, b, c, a, b, c, ...), without replacement
     */
    public int[][] innerEpoch(long iterator, int innerEpoch, long outerEpoch) {
        if (iterator < 0 || innerEpoch < 0 || innerEpoch >= shape.innerEpochs() || outerEpoch < 0) {
            throw new IllegalArgumentException("inner epoch " + innerEpoch + " of iterator " + iterator + " in epoch "
                    + outerEpoch + " was asked for; inner epochs are 0.." + (shape.innerEpochs() - 1)
                    + ", the others at least 0");
        }
        int[] order = new MersenneTwister(iterator * (shape.innerEpochs() + 1) + 1 + innerEpoch).permutation(classes);
        int[][] shuffled = shuffled(innerEpoch, outerEpoch);
        int first = shape.uniqueClasses() ? shape.rank() * shape.classesPerBatch() : 0;
        int[][] batches = new int[batchesPerInnerEpoch()][];
        for (int b = 0; b < batches.length; b++) {
            batches[b] = batch(order, first + b * shape.classesPerRound(), shuffled);
        }
        return batches;
    }

    /** The pictures of each class in a fresh random order. */
    private int[][] shuffled(int innerEpoch, long outerEpoch) {
        long e = innerEpoch;
        long innerEpochs = shape.innerEpochs();
        MersenneTwister random =
                new MersenneTwister(e + innerEpochs * shape.rank() + outerEpoch * innerEpochs * shape.world());
        int[][] shuffled = new int[classes][];
        for (int t = 0; t < classes; t++) {
            int[] pictures = own[t];
            int[] order = random.permutation(pictures.length);
            shuffled[t] = Arrays.stream(order).map(i -> pictures[i]).toArray();
        }
        return shuffled;
    }

    private int[] batch(int[] order, int from, int[][] shuffled) {
        int[] rows = new int[shape.rows()];
        int row = 0;
        for (int j = 0; j < shape.imagesPerClass(); j++) {
            for (int c = 0; c < shape.classesPerBatch(); c++) {
                rows[row++] = shuffled[order[from + c]][j];
            }
        }
        return rows;
    }
}
