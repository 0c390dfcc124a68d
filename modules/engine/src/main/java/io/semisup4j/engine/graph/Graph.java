package io.semisup4j.engine.graph;

import io.semisup4j.engine.spec.ElementwiseSpec;
import io.semisup4j.engine.spec.OpSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A computation on tensors of fixed shapes, kept in a {@link SameDiff}. Inputs, parameters and buffers have names that
 * come once; asking for a parameter or buffer again gives the same tensor, which is how two passes share weights.
 */
public final class Graph {
    private final SameDiff samediff = SameDiff.create();
    private final DataType type;
    private final Tape tape = new Tape();
    private final Map<String, Tensor> leaves = new LinkedHashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private String scope = "";
    private boolean recording = true;

    /** An empty graph whose tensors are all of the given floating-point type. */
    public Graph(DataType type) {
        if (type != DataType.FLOAT && type != DataType.DOUBLE) {
            throw new IllegalArgumentException("a graph computes in FLOAT or DOUBLE, not " + type);
        }
        this.type = type;
    }

    public DataType type() {
        return type;
    }

    /** The SameDiff that holds the graph, for {@code summary()} and stock sessions. */
    public SameDiff samediff() {
        return samediff;
    }

    /** A value given at every run, without gradient. */
    public Tensor input(String name, long... shape) {
        return leaf(name, Tensor.Role.INPUT, shape, false);
    }

    /** A value given at every run, whose gradient can be asked for (adversarial directions). */
    public Tensor differentiableInput(String name, long... shape) {
        return leaf(name, Tensor.Role.INPUT, shape, true);
    }

    /** The trained array of that name, made at the first call. */
    public Tensor parameter(String name, long... shape) {
        return leaf(name, Tensor.Role.PARAMETER, shape, true);
    }

    /** The array of that name which lives between steps but is not trained, made at the first call. */
    public Tensor buffer(String name, long... shape) {
        return leaf(name, Tensor.Role.BUFFER, shape, false);
    }

    /** A fixed value. */
    public Tensor constant(String name, INDArray value) {
        SDVariable variable = samediff.constant(unique(name), value.castTo(type));
        return new Tensor(this, variable, Tensor.Role.CONSTANT, value.shape(), false);
    }

    /** All trained tensors in the order of their making. */
    public List<Tensor> parameters() {
        return leaves(Tensor.Role.PARAMETER);
    }

    /** All buffers in the order of their making. */
    public List<Tensor> buffers() {
        return leaves(Tensor.Role.BUFFER);
    }

    /** All inputs in the order of their making. */
    public List<Tensor> inputs() {
        return leaves(Tensor.Role.INPUT);
    }

    /**
     * Places an operation.
     *
     * @param rule its gradient, or null if no gradient flows through it
     */
    public List<Tensor> apply(OpSpec spec, List<Tensor> inputs, List<long[]> outputShapes, BackwardRule rule) {
        for (Tensor input : inputs) {
            if (input.graph() != this) {
                throw new IllegalArgumentException(input + " belongs to another graph than " + spec.opName());
            }
        }
        SDVariable[] variables = inputs.stream().map(Tensor::variable).toArray(SDVariable[]::new);
        GraphOp op = new GraphOp(samediff, spec, variables, outputShapes, type);
        SDVariable[] results = op.outputVariables(unique(scope + spec.opName()));
        boolean differentiable = recording && rule != null && inputs.stream().anyMatch(Tensor::needsGradient);
        List<Tensor> outputs = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            outputs.add(new Tensor(this, results[i], Tensor.Role.RESULT, outputShapes.get(i), differentiable));
        }
        if (differentiable) {
            tape.record(inputs, outputs, rule);
        }
        return outputs;
    }

    /**
     * Writes the backward pass of the seeds into the graph.
     *
     * @param seeds tensors and their upstream gradients, of equal shapes
     * @return the gradient of every tensor that the seeds reach and that needs one
     */
    public Map<Tensor, Tensor> gradients(Map<Tensor, Tensor> seeds) {
        seeds.forEach((tensor, seed) -> {
            if (!tensor.hasShape(seed.shape())) {
                throw new IllegalArgumentException(
                        "the upstream gradient " + seed + " must have the shape of " + tensor);
            }
        });
        // Gradients are not differentiated again: no system here needs second derivatives.
        recording = false;
        try {
            return within("gradient", () -> tape.walkBack(seeds, this::sum));
        } finally {
            recording = true;
        }
    }

    /** Runs {@code body}; tensors made in it carry the scope in their names, so that a summary can be read. */
    public <T> T within(String name, Supplier<T> body) {
        String outer = scope;
        scope = outer + name + "/";
        try {
            return body.get();
        } finally {
            scope = outer;
        }
    }

    private Tensor sum(Tensor a, Tensor b) {
        OpSpec add = new ElementwiseSpec.Binary(ElementwiseSpec.Arithmetic.ADD);
        return apply(add, List.of(a, b), List.of(a.shape()), null).get(0);
    }

    private Tensor leaf(String name, Tensor.Role role, long[] shape, boolean needsGradient) {
        Tensor known = leaves.get(name);
        if (known == null) {
            SDVariable variable = role == Tensor.Role.INPUT
                    ? samediff.placeHolder(unique(name), type, shape)
                    : withoutArray(unique(name), shape);
            known = new Tensor(this, variable, role, shape, needsGradient);
            leaves.put(name, known);
        }
        if (known.role() != role || !known.hasShape(shape)) {
            throw new IllegalArgumentException("'" + name + "' is already the " + known.role() + " " + known
                    + "; it cannot also be a " + role + " of shape " + Arrays.toString(shape));
        }
        return known;
    }

    /** SameDiff's own {@code var} would allocate an array; ours live where the plan is told. */
    private SDVariable withoutArray(String name, long[] shape) {
        return samediff.addVariable(new SDVariable(name, VariableType.VARIABLE, samediff, shape, type));
    }

    private List<Tensor> leaves(Tensor.Role role) {
        return leaves.values().stream().filter(t -> t.role() == role).toList();
    }

    private String unique(String name) {
        int count = names.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + "#" + count;
    }
}
