package io.semisup4j.engine.graph;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** The differentiable operations of a graph in the order of their making, and the walk back over them. */
final class Tape {
    private record Entry(List<Tensor> inputs, List<Tensor> outputs, BackwardRule rule) {}

    private final List<Entry> entries = new ArrayList<>();

    void record(List<Tensor> inputs, List<Tensor> outputs, BackwardRule rule) {
        entries.add(new Entry(List.copyOf(inputs), List.copyOf(outputs), rule));
    }

    /** Gradients of everything that the seeds reach; contributions of several uses are added with {@code sum}. */
    Map<Tensor, Tensor> walkBack(Map<Tensor, Tensor> seeds, BinaryOperator<Tensor> sum) {
        Map<Tensor, Tensor> gradients = new IdentityHashMap<>(seeds);
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            List<Tensor> upstream = new ArrayList<>();
            entry.outputs().forEach(output -> upstream.add(gradients.get(output)));
            if (upstream.stream().allMatch(g -> g == null)) {
                continue;
            }
            List<Tensor> found = entry.rule().gradients(upstream);
            for (int k = 0; k < entry.inputs().size(); k++) {
                Tensor gradient = found.get(k);
                if (gradient != null && entry.inputs().get(k).needsGradient()) {
                    gradients.merge(entry.inputs().get(k), gradient, sum);
                }
            }
        }
        return gradients;
    }
}
