package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelProvider;
import io.semisup4j.engine.kernels.Precision;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.AttentionSpec;
import io.semisup4j.engine.spec.BatchNormSpec;
import io.semisup4j.engine.spec.ConvolutionSpec;
import io.semisup4j.engine.spec.ElementwiseSpec;
import io.semisup4j.engine.spec.FormatSpec;
import io.semisup4j.engine.spec.GeluSpec;
import io.semisup4j.engine.spec.LayerNormSpec;
import io.semisup4j.engine.spec.MatrixSpec;
import io.semisup4j.engine.spec.OpSpec;
import io.semisup4j.engine.spec.PoolingSpec;
import io.semisup4j.engine.spec.RowSpec;
import io.semisup4j.engine.spec.TransposeSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kernels from oneDNN primitives, for float graphs on processors. */
public final class OnednnKernels implements KernelProvider {
    private static final Logger LOG = LoggerFactory.getLogger(OnednnKernels.class);

    private final Map<Class<?>, BiFunction<OpSpec, Signature, Optional<Kernel>>> kernels = new HashMap<>();

    /** Made by {@link java.util.ServiceLoader}. */
    public OnednnKernels() {
        add(ConvolutionSpec.Forward.class, ConvolutionForward::kernel);
        add(ConvolutionSpec.Gradient.class, ConvolutionGradient::kernel);
        add(BatchNormSpec.Train.class, BatchNormTraining::forward);
        add(BatchNormSpec.TrainGradient.class, BatchNormTraining::gradient);
        add(BatchNormSpec.Inference.class, BatchNormInference::forward);
        add(BatchNormSpec.InferenceGradient.class, BatchNormInference::gradient);
        add(PoolingSpec.Max.class, MaxPooling::forward);
        add(PoolingSpec.MaxGradient.class, MaxPooling::gradient);
        add(PoolingSpec.GlobalAverage.class, GlobalAverage::forward);
        add(PoolingSpec.GlobalAverageGradient.class, GlobalAverage::gradient);
        add(MatrixSpec.Product.class, MatrixProducts::product);
        add(MatrixSpec.Linear.class, LinearLayers::forward);
        add(MatrixSpec.LinearGradient.class, LinearLayers::gradient);
        add(MatrixSpec.ColumnSum.class, ColumnSums::kernel);
        add(MatrixSpec.RowSum.class, MatrixProducts::rowSum);
        add(RowSpec.Softmax.class, RowSoftmax::forward);
        add(RowSpec.SoftmaxGradient.class, RowSoftmax::gradient);
        add(RowSpec.LogSoftmax.class, RowSoftmax::logForward);
        add(RowSpec.LogSoftmaxGradient.class, RowSoftmax::logGradient);
        add(ElementwiseSpec.Binary.class, Binaries::binary);
        add(ElementwiseSpec.Broadcast.class, Broadcasts::kernel);
        add(ElementwiseSpec.AddRelu.class, Binaries::addRelu);
        add(ElementwiseSpec.Unary.class, Functions::unary);
        add(ElementwiseSpec.Affine.class, Functions::affine);
        add(ElementwiseSpec.Relu.class, Functions::relu);
        add(ElementwiseSpec.ReluGradient.class, Functions::reluGradient);
        add(FormatSpec.Reorder.class, Reorders::kernel);
        addTransformer();
    }

    private void addTransformer() {
        add(LayerNormSpec.Forward.class, LayerNormalisation::forward);
        add(LayerNormSpec.Gradient.class, LayerNormalisation::gradient);
        add(GeluSpec.Forward.class, GaussianUnit::forward);
        add(GeluSpec.Gradient.class, GaussianUnit::gradient);
        add(AttentionSpec.Forward.class, SelfAttention::forward);
        add(AttentionSpec.Gradient.class, SelfAttention::gradient);
        add(TransposeSpec.SwapMiddle.class, AxisSwap::middle);
    }

    @Override
    public String name() {
        return "onednn";
    }

    @Override
    public int preference() {
        return 10;
    }

    @Override
    public boolean available() {
        return NativeLibrary.usable();
    }

    /** Without instructions of its own a processor is slower in bfloat16 than in float32. */
    @Override
    public Optional<String> refusal(Precision precision) {
        return precision == Precision.FULL || Onednn.hasBfloat16()
                ? Optional.empty()
                : Optional.of(
                        "This processor has no instructions for bfloat16 (avx512_bf16) and would be slower with it.");
    }

    @Override
    public Map<String, String> numericSwitches() {
        return Winograd.SWITCHES;
    }

    /** Empty for double graphs, and for whatever oneDNN has no fast primitive. */
    @Override
    public Optional<Kernel> kernel(OpSpec spec, Signature signature) {
        var make = kernels.get(spec.getClass());
        if (make == null || signature.type() != DataType.FLOAT) {
            return Optional.empty();
        }
        try {
            return make.apply(spec, signature);
        } catch (RuntimeException refusal) {
            if (!Refusals.isRefusal(refusal)) {
                throw refusal;
            }
            LOG.debug("oneDNN declines {}: {}", spec, refusal.getMessage());
            return Optional.empty();
        }
    }

    private <S extends OpSpec> void add(Class<S> type, BiFunction<S, Signature, Optional<Kernel>> make) {
        kernels.put(type, (spec, signature) -> make.apply(type.cast(spec), signature));
    }
}
