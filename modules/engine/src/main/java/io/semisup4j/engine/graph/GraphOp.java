package io.semisup4j.engine.graph;

import io.semisup4j.engine.spec.OpSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;

/**
 * An operation of the graph as SameDiff sees it. It carries a description instead of a native op, so it is executed by
 * a plan, or by a stock session that was taught to ({@link io.semisup4j.engine.plan.StockSession}).
 */
public final class GraphOp extends DynamicCustomOp {
    private final OpSpec spec;
    private final List<long[]> outputShapes;
    private final DataType type;

    GraphOp(SameDiff samediff, OpSpec spec, SDVariable[] inputs, List<long[]> outputShapes, DataType type) {
        super(spec.opName(), samediff, inputs);
        this.spec = spec;
        this.outputShapes = List.copyOf(outputShapes);
        this.type = type;
    }

    /** What it computes; {@code null} for a view of its input. */
    public OpSpec spec() {
        return spec;
    }

    public List<long[]> outputShapes() {
        return outputShapes;
    }

    @Override
    public String opName() {
        // The super constructor asks before the name is known.
        String name = super.opName();
        return name == null ? "semisup4j" : name;
    }

    @Override
    public int getNumOutputs() {
        return outputShapes == null ? super.getNumOutputs() : outputShapes.size();
    }

    @Override
    public List<DataType> calculateOutputDataTypes(List<DataType> inputTypes) {
        return Collections.nCopies(outputShapes.size(), type);
    }

    @Override
    public List<LongShapeDescriptor> calculateOutputShape() {
        List<LongShapeDescriptor> shapes = new ArrayList<>();
        outputShapes.forEach(shape -> shapes.add(LongShapeDescriptor.fromShape(shape, type)));
        return shapes;
    }

    @Override
    public List<LongShapeDescriptor> calculateOutputShape(OpContext context) {
        return calculateOutputShape();
    }

    @Override
    public long opHash() {
        return 0;
    }
}
