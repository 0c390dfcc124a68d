package io.semisup4j.engine.graph;

import java.util.Arrays;
import org.nd4j.autodiff.samediff.SDVariable;

/** A value of a {@link Graph}: a SameDiff variable with a fixed shape. Two tensors are equal only if identical. */
public final class Tensor {
    private final Graph graph;
    private final SDVariable variable;
    private final Role role;
    private final long[] shape;
    private final boolean needsGradient;

    Tensor(Graph graph, SDVariable variable, Role role, long[] shape, boolean needsGradient) {
        this.graph = graph;
        this.variable = variable;
        this.role = role;
        this.shape = shape.clone();
        this.needsGradient = needsGradient;
    }

    /** What a tensor is in its graph. */
    public enum Role {
        /** Given at every run. */
        INPUT,
        /** Trained; lives in the flat parameter vector. */
        PARAMETER,
        /** Kept between steps but not trained, such as running statistics. */
        BUFFER,
        /** Given once, when the graph is made. */
        CONSTANT,
        /** Computed by an operation. */
        RESULT
    }

    public Graph graph() {
        return graph;
    }

    /** Its name in the graph. */
    public String name() {
        return variable.name();
    }

    public SDVariable variable() {
        return variable;
    }

    public Role role() {
        return role;
    }

    public long[] shape() {
        return shape.clone();
    }

    /** Extent of an axis; negative axes count from the last. */
    public long size(int axis) {
        return shape[axis < 0 ? shape.length + axis : axis];
    }

    public int rank() {
        return shape.length;
    }

    /** Number of elements. */
    public long length() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Elements divided by the last extent: the rows of the tensor read as a matrix. */
    public long rows() {
        return length() / size(-1);
    }

    /** Whether a gradient can flow through it to a parameter or a differentiable input. */
    public boolean needsGradient() {
        return needsGradient;
    }

    public boolean hasShape(long... other) {
        return Arrays.equals(shape, other);
    }

    @Override
    public String toString() {
        return name() + Arrays.toString(shape);
    }
}
