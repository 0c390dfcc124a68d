package io.semisup4j.data.sampling;

import java.util.ArrayList;
import java.util.List;

/**
 * What a support batch looks like and how processes share the classes (PAWS, section 4: supports).
 *
 * @param world W, number of processes
 * @param rank r, this process, 0 .. W-1
 * @param classesPerBatch K, classes in the support batch of one process
 * @param imagesPerClass s, pictures of each of these classes
 * @param uniqueClasses true: the processes' batches hold different classes; false: all hold the same classes, each
 *     process with pictures of its own
 * @param innerEpochs E, how often one iterator goes through all classes before it is exhausted
 */
public record SupportShape(
        int world, int rank, int classesPerBatch, int imagesPerClass, boolean uniqueClasses, int innerEpochs) {

    /** One process, so that shared and unique classes are the same thing. */
    public static SupportShape single(int classesPerBatch, int imagesPerClass, int innerEpochs) {
        return new SupportShape(1, 0, classesPerBatch, imagesPerClass, false, innerEpochs);
    }

    /** Rows of a support batch, s * K. */
    public int rows() {
        return imagesPerClass * classesPerBatch;
    }

    /** Classes that all processes together visit with one batch each. */
    int classesPerRound() {
        return uniqueClasses ? classesPerBatch * world : classesPerBatch;
    }

    /** What makes this shape impossible for {@code classes} classes, one sentence each, with the keys of a configuration. */
    List<String> problems(int classes) {
        List<String> problems = new ArrayList<>();
        atLeastOne(problems, "world", world);
        atLeastOne(problems, "supportClasses", classesPerBatch);
        atLeastOne(problems, "supportImages", imagesPerClass);
        atLeastOne(problems, "innerEpochs", innerEpochs);
        if (!problems.isEmpty()) {
            return problems;
        }
        if (rank < 0 || rank >= world) {
            problems.add("rank is " + rank + "; with a world of " + world + " it must lie in 0.." + (world - 1) + ".");
        }
        if (uniqueClasses && (long) classesPerBatch * world > classes) {
            problems.add("supportClasses is " + classesPerBatch + " on each of " + world + " devices with classes of"
                    + " their own, which needs " + (long) classesPerBatch * world + " classes, but there are " + classes
                    + ". Choose supportClasses <= " + classes / world + ", or let the devices share the classes.");
        }
        if (!uniqueClasses && classes % classesPerBatch != 0) {
            problems.add("supportClasses is " + classesPerBatch + ", but with shared classes it must divide the number"
                    + " of classes, " + classes + ". Choose one of " + divisors(classes) + ".");
        }
        return problems;
    }

    private static void atLeastOne(List<String> problems, String name, int value) {
        if (value < 1) {
            problems.add(name + " is " + value + "; it must be at least 1.");
        }
    }

    private static List<Integer> divisors(int number) {
        List<Integer> divisors = new ArrayList<>();
        for (int candidate = 1; candidate <= number; candidate++) {
            if (number % candidate == 0) {
                divisors.add(candidate);
            }
        }
        return divisors;
    }
}
