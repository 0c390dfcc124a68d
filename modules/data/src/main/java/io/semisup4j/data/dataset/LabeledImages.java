package io.semisup4j.data.dataset;

import io.semisup4j.data.image.Image;
import java.util.List;
import java.util.function.Consumer;

/**
 * A fixed sequence of pictures with a class each. Implementations may be read by many threads at once and answer the
 * same index with the same pixels every time.
 */
public interface LabeledImages {
    /** Number of pictures. */
    int size();

    /** The names of the classes; the label {@code k} means {@code classes().get(k)}. */
    List<String> classes();

    /** The class of picture {@code index}, in 0 .. classes().size()-1. */
    int label(int index);

    /** The pixels of picture {@code index}, which the caller only reads. */
    Image image(int index);

    /**
     * Shows the pixels of picture {@code index} to {@code work}. Sets that decode lazily lend the same memory again and
     * again, so that nothing is left for the garbage collector: the picture must not be kept beyond the call.
     */
    default void withImage(int index, Consumer<Image> work) {
        work.accept(image(index));
    }

    /** Every label, in order of the pictures. */
    default int[] labels() {
        int[] labels = new int[size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label(i);
        }
        return labels;
    }
}
