package io.semisup4j.reporting.show;

import java.util.stream.IntStream;

/** Which pictures of a set are shown: always the same ones. */
final class Chosen {
    private Chosen() {}

    /** Positions spread evenly over the set. */
    static int[] evenly(int size, int wanted) {
        int count = Math.min(size, wanted);
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * size / count))
                .toArray();
    }

    /** The first picture of every class in turn, then the second of every class, and so on. */
    static int[] classByClass(int[] labels, int classes, int wanted) {
        int[] seen = new int[classes];
        int[] round = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            round[i] = seen[labels[i]]++;
        }
        return IntStream.range(0, labels.length)
                .boxed()
                .sorted((a, b) -> round[a] != round[b] ? round[a] - round[b] : labels[a] - labels[b])
                .limit(wanted)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
