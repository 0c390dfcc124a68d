package io.semisup4j.engine.plan;

import io.semisup4j.engine.graph.GraphOp;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.OpSpec;
import io.semisup4j.engine.spec.ViewSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;

/**
 * Which operations read a tensor, also through views of it.
 *
 * @param byTensor the operations by the tensor's name; a view stands for the caller who asked for the tensor
 */
record Readers(Map<String, List<OpSpec>> byTensor) {

    /** The operations come in order, so that from behind all readers of a view are known before what it is a view of. */
    static Readers of(List<SameDiffOp> ops, Collection<Tensor> outputs) {
        Map<String, List<OpSpec>> readers = new HashMap<>();
        outputs.forEach(tensor -> list(readers, tensor.name()).add(new ViewSpec.Reshape()));
        for (int i = ops.size() - 1; i >= 0; i--) {
            OpSpec spec = ((GraphOp) ops.get(i).getOp()).spec();
            List<OpSpec> found = spec instanceof ViewSpec
                    ? list(readers, ops.get(i).getOutputsOfOp().get(0))
                    : List.of(spec);
            for (String input : ops.get(i).getInputsToOp()) {
                list(readers, input).addAll(found);
            }
        }
        return new Readers(readers);
    }

    List<OpSpec> of(String tensor) {
        return byTensor.getOrDefault(tensor, List.of());
    }

    private static List<OpSpec> list(Map<String, List<OpSpec>> readers, String tensor) {
        return readers.computeIfAbsent(tensor, name -> new ArrayList<>());
    }
}
