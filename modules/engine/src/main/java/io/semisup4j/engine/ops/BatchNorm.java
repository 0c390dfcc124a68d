package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.BatchNormSpec;
import java.util.Arrays;
import java.util.List;

/** Batch normalisation over all axes but the last (channels C), optionally with the ReLU that follows it. */
public final class BatchNorm {
    private BatchNorm() {}

    /**
     * The result in train mode.
     *
     * @param y normalised, scaled and shifted; after the ReLU if there is one
     * @param mean mean of the batch, [C]
     * @param variance biased variance of the batch, [C]
     */
    public record Trained(Tensor y, Tensor mean, Tensor variance) {}

    /** Train mode: normalises by the batch's own mean and biased variance. */
    public static Trained train(Tensor x, Tensor gamma, Tensor beta, double epsilon, boolean relu) {
        long[] channels = {x.size(-1)};
        long[] notes = {x.length()};
        Graph graph = x.graph();
        // The backward rule needs the forward outputs, which exist only after the call below.
        Tensor[] out = new Tensor[4];
        List<Tensor> outputs = graph.apply(
                new BatchNormSpec.Train(epsilon, relu),
                List.of(x, gamma, beta),
                List.of(x.shape(), channels, channels, notes),
                upstream -> {
                    if (upstream.get(1) != null || upstream.get(2) != null) {
                        throw new IllegalStateException("no gradient flows through the statistics of a batch norm");
                    }
                    return graph.apply(
                            new BatchNormSpec.TrainGradient(epsilon, relu),
                            List.of(x, out[0], upstream.get(0), gamma, beta, out[1], out[2], out[3]),
                            List.of(x.shape(), channels, channels),
                            null);
                });
        outputs.toArray(out);
        return new Trained(out[0], out[1], out[2]);
    }

    /** Evaluation mode: normalises by the running statistics, which get no gradient. */
    public static Tensor inference(
            Tensor x, Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon, boolean relu) {
        long[] channels = {x.size(-1)};
        Graph graph = x.graph();
        Tensor[] y = new Tensor[1];
        y[0] = graph.apply(
                        new BatchNormSpec.Inference(epsilon, relu),
                        List.of(x, gamma, beta, mean, variance),
                        List.of(x.shape()),
                        upstream -> {
                            List<Tensor> found = graph.apply(
                                    new BatchNormSpec.InferenceGradient(epsilon, relu),
                                    List.of(x, y[0], upstream.get(0), gamma, mean, variance),
                                    List.of(x.shape(), channels, channels),
                                    null);
                            return Arrays.asList(found.get(0), found.get(1), found.get(2), null, null);
                        })
                .get(0);
        return y[0];
    }
}
