package io.semisup4j.data.dataset;

import io.semisup4j.data.image.Image;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Pictures that fit into memory, decoded once. */
public final class InMemoryImages implements LabeledImages {
    private final List<String> classes;
    private final List<Image> images;
    private final int[] labels;

    private InMemoryImages(List<String> classes, List<Image> images, int[] labels) {
        this.classes = classes;
        this.images = images;
        this.labels = labels;
    }

    /** Collects pictures in order. */
    public static final class Builder {
        private final List<String> classes;
        private final List<Image> images = new ArrayList<>();
        private final List<Integer> labels = new ArrayList<>();

        /** Starts a set with these classes. */
        public Builder(List<String> classes) {
            this.classes = List.copyOf(classes);
        }

        /** Appends a picture; a label that names no class is a {@link DataException}. */
        public Builder add(Image image, int label) {
            if (label < 0 || label >= classes.size()) {
                throw new DataException("picture " + images.size() + " has the label " + label + "; with "
                        + classes.size() + " classes a label lies in 0.." + (classes.size() - 1)
                        + ". Check the labels, or name the missing classes.");
            }
            images.add(image);
            labels.add(label);
            return this;
        }

        /** The finished set. */
        public InMemoryImages build() {
            return new InMemoryImages(
                    classes,
                    Collections.unmodifiableList(new ArrayList<>(images)),
                    labels.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public int label(int index) {
        return labels[checked(index)];
    }

    @Override
    public Image image(int index) {
        return images.get(checked(index));
    }

    private int checked(int index) {
        return DataException.checkedIndex(index, labels.length, "this set");
    }
}
