package io.semisup4j.data.sampling;

import io.semisup4j.data.random.MersenneTwister;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The published sampler as it is written: a lifetime counter of permutations and a pointer that wraps. */
final class CountingSampler {
    private final int[] labels;
    private final int n;
    private final SupportShape s;
    private int q;

    CountingSampler(int[] labels, int classes, SupportShape shape) {
        this.labels = labels;
        this.n = classes;
        this.s = shape;
    }

    List<int[]> iterator(int outerEpoch) {
        int k = s.classesPerBatch();
        int pointer = s.uniqueClasses() ? s.rank() * k : 0;
        int[] order = new MersenneTwister(++q).permutation(n);
        int batches = s.uniqueClasses() ? n / (k * s.world()) : n / k;
        List<int[]> emitted = new ArrayList<>();
        for (int e = 0; e < s.innerEpochs(); e++) {
            int[][] queue = queues(e + s.innerEpochs() * s.rank() + outerEpoch * s.innerEpochs() * s.world());
            int[] used = new int[n];
            for (int b = 0; b < batches; b++) {
                int[] classes = Arrays.copyOfRange(order, pointer, pointer + k);
                if (s.uniqueClasses()) {
                    pointer += k * s.world();
                    if (pointer + k * (s.world() - s.rank()) > n) {
                        pointer = s.rank() * k;
                        order = new MersenneTwister(++q).permutation(n);
                    }
                } else {
                    pointer = (pointer + k) % n;
                    if (pointer == 0) {
                        order = new MersenneTwister(++q).permutation(n);
                    }
                }
                emitted.add(rows(classes, queue, used));
            }
        }
        return emitted;
    }

    private int[] rows(int[] classes, int[][] queue, int[] used) {
        int[] rows = new int[s.rows()];
        for (int row = 0; row < rows.length; row++) {
            int c = classes[row % classes.length];
            rows[row] = queue[c][used[c]++];
        }
        return rows;
    }

    private int[][] queues(int seed) {
        MersenneTwister g = new MersenneTwister(seed);
        int[][] queues = new int[n][];
        for (int t = 0; t < n; t++) {
            List<Integer> x = new ArrayList<>();
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == t) {
                    x.add(i);
                }
            }
            int share = x.size() / s.world();
            if (!s.uniqueClasses() && share > 0) {
                x = x.subList(s.rank() * share, (s.rank() + 1) * share);
            }
            List<Integer> mine = x;
            queues[t] = x.size() > 1
                    ? Arrays.stream(g.permutation(x.size())).map(mine::get).toArray()
                    : x.stream().mapToInt(i -> i).toArray();
        }
        return queues;
    }
}
