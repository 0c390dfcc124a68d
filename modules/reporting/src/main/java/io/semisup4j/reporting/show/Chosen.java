package io.semisup4j.reporting.show;

import java.util.stream.IntStream;

/** Which pictures of a set are shown: always the same ones. */
final class Chosen {
    private Chosen() {}

    /**
     * The first picture of every class in turn, then the second of every class, and so on.
     *
     * @param classes only pictures of the first so many are chosen
     */
    static int[] classByClass(int[] labels, int classes, int wanted) {
        int[] seen = new int[classes];
        int[] round = new int[labels.length];
        int[] candidates = IntStream.range(0, labels.length)
                .filter(i -> labels[i] < classes)
                .toArray();
        for (int i : candidates) {
            round[i] = seen[labels[i]]++;
        }
        return IntStream.of(candidates)
                .boxed()
                .sorted((a, b) -> round[a] != round[b] ? round[a] - round[b] : labels[a] - labels[b])
                .limit(wanted)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
