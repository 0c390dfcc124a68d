package io.semisup4j.engine.plan;

import io.semisup4j.engine.graph.Tensor;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;

/**
 * What must be computed for given outputs.
 *
 * @param ops the operations, in the order in which the graph was made (inputs before users)
 * @param read names of all tensors that one of them reads
 * @param leaves names of inputs, parameters and buffers among them
 * @param constants names of constants among them
 */
record NeededOps(List<SameDiffOp> ops, Set<String> read, Set<String> leaves, Set<String> constants) {

    static NeededOps of(SameDiff samediff, Collection<Tensor> outputs) {
        Set<String> needed = new HashSet<>();
        Set<String> read = new LinkedHashSet<>();
        Set<String> leaves = new LinkedHashSet<>();
        Set<String> constants = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> queue = new ArrayDeque<>();
        outputs.forEach(tensor -> queue.add(tensor.name()));
        while (!queue.isEmpty()) {
            String name = queue.poll();
            if (!seen.add(name)) {
                continue;
            }
            String op = samediff.getVariables().get(name).getOutputOfOp();
            if (op == null) {
                boolean constant = samediff.getVariable(name).getVariableType() == VariableType.CONSTANT;
                (constant ? constants : leaves).add(name);
            } else if (needed.add(op)) {
                List<String> inputs = samediff.getOps().get(op).getInputsToOp();
                read.addAll(inputs);
                queue.addAll(inputs);
            }
        }
        List<SameDiffOp> ops = samediff.getOps().values().stream()
                .filter(op -> needed.contains(op.getName()))
                .toList();
        return new NeededOps(ops, read, leaves, constants);
    }
}
