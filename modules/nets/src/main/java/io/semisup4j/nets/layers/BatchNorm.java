package io.semisup4j.nets.layers;

import io.semisup4j.engine.collective.Group;
import io.semisup4j.engine.collective.SynchronisedBatchNorm;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.nets.scope.BatchStatistics;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Initialiser;

/**
 * Batch normalisation over all axes but the last (channels C), as PyTorch's BatchNorm1d and BatchNorm2d. In a training
 * pass it normalises by the batch (of all devices together, if the pass says so) and notes the batch's statistics in
 * the pass; in evaluation by the running ones.
 *
 * @param epsilon added to the variance
 * @param momentum share of a batch in the running statistics, 0 to 1
 * @param relu whether a ReLU follows, computed in the same sweep
 */
public record BatchNorm(double epsilon, double momentum, boolean relu) implements Layer {
    /** PyTorch's defaults: epsilon 1e-5, momentum 0.1. */
    public static final BatchNorm PLAIN = new BatchNorm(1e-5, 0.1, false);

    /** The same with a ReLU behind it. */
    public static final BatchNorm RELU = new BatchNorm(1e-5, 0.1, true);

    /** With another momentum. */
    public BatchNorm withMomentum(double other) {
        return new BatchNorm(epsilon, other, relu);
    }

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        long channels = x.size(-1);
        Tensor gamma = scope.parameter("weight", new Initialiser.Constant(1), channels);
        Tensor beta = scope.parameter("bias", new Initialiser.Constant(0), channels);
        Tensor mean = scope.buffer("running_mean", 0, channels);
        Tensor variance = scope.buffer("running_var", 1, channels);
        scope.counter("num_batches_tracked");
        if (!scope.pass().training()) {
            return io.semisup4j.engine.ops.BatchNorm.inference(x, gamma, beta, mean, variance, epsilon, relu);
        }
        Group group = scope.pass().group();
        long rows = x.rows() * group.size();
        if (rows < 2) {
            throw new IllegalArgumentException("the batch norm " + scope.prefix() + " would see one value a channel in "
                    + x + ", whose variance is 0: train with a larger batch");
        }
        var trained = SynchronisedBatchNorm.train(x, gamma, beta, epsilon, relu, group);
        scope.pass().note(new BatchStatistics(scope.prefix(), momentum, rows, trained.mean(), trained.variance()));
        return trained.y();
    }
}
