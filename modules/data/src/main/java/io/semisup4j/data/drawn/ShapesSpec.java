package io.semisup4j.data.drawn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which drawn set is meant; equal specifications give equal bytes.
 *
 * @param seed any number; another seed gives other pictures of the same classes
 * @param classes how many of the classes, 2..10, in the order of {@link #classNames()}
 * @param train how many training pictures, at least five (one a file) and at least one a class
 * @param test how many test pictures, at least one a class
 */
public record ShapesSpec(long seed, int classes, int train, int test) {
    /** Counted up whenever other pixels are drawn for the same specification. */
    static final int VERSION = 3;

    /** Checks the ranges; all problems are named at once. */
    public ShapesSpec {
        List<String> problems = new ArrayList<>();
        if (classes < 2 || classes > Motif.values().length) {
            problems.add("classes is " + classes + ", expected 2 to " + Motif.values().length);
        }
        if (train < Math.max(classes, TRAIN_FILES)) {
            problems.add("train is " + train + ", expected at least " + Math.max(classes, TRAIN_FILES));
        }
        if (test < classes) {
            problems.add("test is " + test + ", expected at least " + classes);
        }
        if (!problems.isEmpty()) {
            throw new DrawnDataException("Cannot draw this set of shapes: " + String.join("; ", problems) + ".");
        }
    }

    /** As many files as CIFAR-10 has. */
    static final int TRAIN_FILES = 5;

    /** The usual set: ten classes, 5,000 training and 1,000 test pictures. */
    public static ShapesSpec of(long seed) {
        return new ShapesSpec(seed, 10, 5_000, 1_000);
    }

    /** The same set with other sizes. */
    public ShapesSpec withSizes(int trainPictures, int testPictures) {
        return new ShapesSpec(seed, classes, trainPictures, testPictures);
    }

    /** The names of the classes by label. */
    public List<String> classNames() {
        return Arrays.stream(Motif.values()).limit(classes).map(Motif::label).toList();
    }

    /** How many pictures a split has. */
    public int size(Split split) {
        return split == Split.TRAIN ? train : test;
    }

    /** The class of a picture: the classes take turns, so every stretch of the files is balanced. */
    public int label(int index) {
        return index % classes;
    }

    /** The folder's name below the cache folder, for example {@code shapes-v1-seed1-10x5000+1000}. */
    String folderName() {
        return "shapes-v" + VERSION + "-seed" + seed + "-" + classes + "x" + train + "+" + test;
    }
}
