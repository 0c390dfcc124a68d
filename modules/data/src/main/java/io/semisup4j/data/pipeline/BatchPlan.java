package io.semisup4j.data.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * What one training step needs: one or more parts, each a list of views of one size (large crops, small crops, ...). Row i
 * of a part's array is view i of its list.
 */
public final class BatchPlan {
    private final List<List<ViewJob>> parts;

    private BatchPlan(List<List<ViewJob>> parts) {
        this.parts = parts;
    }

    /**
     * A batch of these parts.
     *
     * @throws IllegalArgumentException if there is no part, a part is empty, or views of one part differ in size
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // Only read here.
    public static BatchPlan of(List<ViewJob>... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("a batch has at least one part, but none was given");
        }
        List<List<ViewJob>> copies = new ArrayList<>();
        for (List<ViewJob> part : parts) {
            copies.add(checked(copies.size(), List.copyOf(part)));
        }
        return new BatchPlan(List.copyOf(copies));
    }

    private static List<ViewJob> checked(int number, List<ViewJob> part) {
        if (part.isEmpty()) {
            throw new IllegalArgumentException("part " + number + " of a batch has no views; leave it out");
        }
        int height = part.get(0).transform().height();
        int width = part.get(0).transform().width();
        for (ViewJob job : part) {
            if (job.transform().height() != height || job.transform().width() != width) {
                throw new IllegalArgumentException("part " + number + " of a batch begins with a view of " + height
                        + " x " + width + " but also has one of "
                        + job.transform().height() + " x "
                        + job.transform().width() + "; put views of different sizes into different parts");
            }
        }
        return part;
    }

    /** Number of parts. */
    public int parts() {
        return parts.size();
    }

    /** The views of a part, in order of the rows. */
    public List<ViewJob> part(int part) {
        return parts.get(part);
    }

    /** The class of each row of a part. */
    public int[] labels(int part) {
        return parts.get(part).stream().mapToInt(ViewJob::label).toArray();
    }

    /** Floats of one view of a part. */
    int rowLength(int part) {
        return parts.get(part).get(0).transform().length();
    }
}
