package io.semisup4j.data.split;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.dataset.LabeledImages;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/**
 * The labelled pictures of a set, in an order that matters: support samplers count positions in it. No index comes
 * twice.
 */
public final class Split {
    private final int[] indices;

    /** Takes distinct indices, each at least 0, in order. */
    Split(int[] indices) {
        this.indices = indices.clone();
    }

    /** Every picture of a set of {@code size}, in its own order. */
    public static Split all(int size) {
        int[] indices = new int[size];
        Arrays.setAll(indices, IntUnaryOperator.identity());
        return new Split(indices);
    }

    /** Number of labelled pictures. */
    public int size() {
        return indices.length;
    }

    /** The index in the data set of labelled picture {@code position}. */
    public int index(int position) {
        if (position < 0 || position >= indices.length) {
            throw new DataException("labelled picture " + position + " was asked for, but the split has "
                    + indices.length + " (0.." + (indices.length - 1) + ").");
        }
        return indices[position];
    }

    /** All indices, in order. */
    public int[] indices() {
        return indices.clone();
    }

    /** The class of each labelled picture, in order: what a support sampler counts by. */
    public int[] labels(LabeledImages images) {
        return Arrays.stream(indices).map(images::label).toArray();
    }

    /** One decimal index a line, as in the list files of PAWS for CIFAR-10. */
    public String toText() {
        return Arrays.stream(indices).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    /** SHA-256 of {@link #toText()} in hexadecimal digits: the same split in the same order, or not. */
    public String digest() {
        return Digests.ofLines(toText().lines().toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Split split && Arrays.equals(indices, split.indices);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(indices);
    }

    @Override
    public String toString() {
        return "Split[" + indices.length + " pictures, sha256 " + digest() + "]";
    }
}
