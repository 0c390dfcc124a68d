package io.semisup4j.data.drawn;

import java.util.ArrayList;
import java.util.List;

/**
 * Which drawn set in ImageNet's layout is meant.
 *
 * @param seed any number; another seed gives other pictures of the same classes
 * @param classes how many classes, 2..10
 * @param trainPerClass training pictures of each class, at least 1
 * @param valPerClass validation pictures of each class, at least 1
 * @param shortest least height and width of a picture in pixels, at least 16
 * @param longest greatest height and width of a picture in pixels, at most 2048
 */
public record FolderSpec(long seed, int classes, int trainPerClass, int valPerClass, int shortest, int longest) {
    /** Checks the ranges; all problems are named at once. */
    public FolderSpec {
        List<String> problems = new ArrayList<>();
        if (classes < 2 || classes > Motif.values().length) {
            problems.add("classes is " + classes + ", expected 2 to " + Motif.values().length);
        }
        if (trainPerClass < 1 || valPerClass < 1) {
            problems.add("pictures a class are " + trainPerClass + " for training and " + valPerClass
                    + " for validation, expected at least 1 each");
        }
        if (shortest < 16 || longest > 2048 || shortest > longest) {
            problems.add("sides are " + shortest + " to " + longest + " pixels, expected a range within 16 to 2048");
        }
        if (!problems.isEmpty()) {
            throw new DrawnDataException("Cannot draw this folder of pictures: " + String.join("; ", problems) + ".");
        }
    }

    /** How many pictures each class has in a part. */
    int size(Split split) {
        return split == Split.TRAIN ? trainPerClass : valPerClass;
    }
}
