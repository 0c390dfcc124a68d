package io.semisup4j.engine.plan;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.graph.GraphOp;
import io.semisup4j.engine.kernels.Constants;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.kernels.nd4j.Nd4jKernels;
import io.semisup4j.engine.spec.ViewSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.config.ExecutionResult;
import org.nd4j.autodiff.samediff.config.SDValue;
import org.nd4j.autodiff.samediff.internal.FrameIter;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * SameDiff's own session, taught to execute our operations, for debugging with {@code sd.output(..)}. Call {@link
 * #install()} before any graph is made.
 */
public final class StockSession extends InferenceSession {
    private final Nd4jKernels kernels = new Nd4jKernels();

    private StockSession(SameDiff samediff) {
        super(samediff);
    }

    /** Makes every SameDiff of the process use this session. */
    public static void install() {
        SameDiff.bindInferenceFactory(StockSession::new);
    }

    @Override
    public ExecutionResult doExec(
            DifferentialFunction op,
            OpContext context,
            FrameIter frame,
            Set<VarId> inputs,
            Set<VarId> allIterInputs,
            Set<String> constantAndPlaceholderInputs,
            Map<String, SDValue> others) {
        if (!(op instanceof GraphOp own)) {
            return super.doExec(op, context, frame, inputs, allIterInputs, constantAndPlaceholderInputs, others);
        }
        execute(own, context.getInputArrays(), context.getOutputArrays());
        return ExecutionResult.createFrom(op, context);
    }

    private void execute(GraphOp op, List<INDArray> inputs, List<INDArray> outputs) {
        if (op.spec() instanceof ViewSpec view) {
            INDArray output = outputs.get(0);
            output.assign(Views.of(inputs.get(0), view.offset(), output.shape()));
            return;
        }
        Signature signature = Signature.plain(
                outputs.get(0).dataType(), inputs.stream().map(INDArray::shape).toList(), op.outputShapes());
        var kernel = kernels.kernel(op.spec(), signature).orElseThrow();
        INDArray[] scratch = kernel.scratch().stream()
                .map(shape -> Nd4j.create(outputs.get(0).dataType(), shape))
                .toArray(INDArray[]::new);
        kernel.bind(new KernelArrays(
                        inputs.toArray(INDArray[]::new),
                        outputs.toArray(INDArray[]::new),
                        scratch,
                        new Constants(outputs.get(0).dataType())))
                .run();
    }
}
