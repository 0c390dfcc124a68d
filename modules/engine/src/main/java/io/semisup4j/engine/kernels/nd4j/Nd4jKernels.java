package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.collective.CollectiveSpec;
import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelProvider;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.AttentionSpec;
import io.semisup4j.engine.spec.BatchNormSpec;
import io.semisup4j.engine.spec.ColumnSpec;
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

/** The portable provider: every operation, float and double, CPU and CUDA. */
public final class Nd4jKernels implements KernelProvider {
    private final Map<Class<?>, BiFunction<OpSpec, Signature, Kernel>> kernels = new HashMap<>();

    /** Made by {@link java.util.ServiceLoader}. */
    public Nd4jKernels() {
        add(ConvolutionSpec.Forward.class, Nd4jConvolution::forward);
        add(ConvolutionSpec.Gradient.class, Nd4jConvolution::gradient);
        add(BatchNormSpec.Train.class, Nd4jBatchNormTraining::forward);
        add(BatchNormSpec.TrainGradient.class, Nd4jBatchNormTraining::gradient);
        add(BatchNormSpec.Inference.class, Nd4jBatchNormInference::forward);
        add(BatchNormSpec.InferenceGradient.class, Nd4jBatchNormInference::gradient);
        add(PoolingSpec.Max.class, Nd4jPooling::max);
        add(PoolingSpec.MaxGradient.class, Nd4jPooling::maxGradient);
        add(PoolingSpec.GlobalAverage.class, Nd4jPooling::globalAverage);
        add(PoolingSpec.GlobalAverageGradient.class, Nd4jPooling::globalAverageGradient);
        add(MatrixSpec.Product.class, Nd4jMatrix::product);
        add(MatrixSpec.Linear.class, Nd4jMatrix::linear);
        add(MatrixSpec.LinearGradient.class, Nd4jMatrix::linearGradient);
        add(MatrixSpec.ColumnSum.class, Nd4jMatrix::columnSum);
        add(MatrixSpec.RowSum.class, Nd4jMatrix::rowSum);
        add(RowSpec.Softmax.class, Nd4jRows::softmax);
        add(RowSpec.SoftmaxGradient.class, Nd4jRows::softmaxGradient);
        add(RowSpec.LogSoftmax.class, Nd4jRows::logSoftmax);
        add(RowSpec.LogSoftmaxGradient.class, Nd4jRows::logSoftmaxGradient);
        add(RowSpec.Normalise.class, Nd4jRows::normalise);
        add(RowSpec.NormaliseGradient.class, Nd4jRows::normaliseGradient);
        add(RowSpec.Concat.class, Nd4jRows::concat);
        add(RowSpec.Pad.class, Nd4jRows::pad);
        add(ElementwiseSpec.Binary.class, Nd4jElementwise::binary);
        add(ElementwiseSpec.Unary.class, Nd4jElementwise::unary);
        add(ElementwiseSpec.Affine.class, Nd4jElementwise::affine);
        add(ElementwiseSpec.Power.class, Nd4jElementwise::power);
        add(ElementwiseSpec.AtLeast.class, Nd4jElementwise::atLeast);
        add(ElementwiseSpec.Above.class, Nd4jElementwise::above);
        add(ElementwiseSpec.Relu.class, Nd4jElementwise::relu);
        add(ElementwiseSpec.AddRelu.class, Nd4jElementwise::addRelu);
        add(ElementwiseSpec.ReluGradient.class, Nd4jElementwise::reluGradient);
        add(ElementwiseSpec.Broadcast.class, Nd4jElementwise::broadcast);
        add(FormatSpec.Reorder.class, Nd4jElementwise::reorder);
        add(CollectiveSpec.Gather.class, Nd4jCollectives::gather);
        add(CollectiveSpec.GatherGradient.class, Nd4jCollectives::gatherGradient);
        add(CollectiveSpec.Mean.class, Nd4jCollectives::mean);
        addTransformer();
    }

    private void addTransformer() {
        add(LayerNormSpec.Forward.class, Nd4jLayerNorm::forward);
        add(LayerNormSpec.Gradient.class, Nd4jLayerNorm::gradient);
        add(GeluSpec.Forward.class, Nd4jGelu::forward);
        add(GeluSpec.Gradient.class, Nd4jGelu::gradient);
        add(AttentionSpec.Forward.class, Nd4jAttention::forward);
        add(AttentionSpec.Gradient.class, Nd4jAttention::gradient);
        add(ColumnSpec.Concat.class, Nd4jColumns::concat);
        add(ColumnSpec.Cut.class, Nd4jColumns::cut);
        add(ColumnSpec.Pad.class, Nd4jColumns::pad);
        add(TransposeSpec.SwapMiddle.class, Nd4jColumns::swapMiddle);
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public int preference() {
        return 0;
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Optional<Kernel> kernel(OpSpec spec, Signature signature) {
        if (spec instanceof FormatSpec.Reorder reorder && !plain(reorder)) {
            return Optional.empty();
        }
        return Optional.ofNullable(kernels.get(spec.getClass())).map(make -> make.apply(spec, signature));
    }

    private static boolean plain(FormatSpec.Reorder reorder) {
        return reorder.from() == Format.PLAIN && reorder.to() == Format.PLAIN;
    }

    private <S extends OpSpec> void add(Class<S> type, BiFunction<S, Signature, Kernel> make) {
        kernels.put(type, (spec, signature) -> make.apply(type.cast(spec), signature));
    }
}
