package io.semisup4j.nets.scope;

import io.semisup4j.engine.graph.Tensor;

/**
 * What a batch norm layer with C channels saw in a training pass. After the step, PyTorch's rule gives the new running
 * values: {@code running = (1 - momentum) * running + momentum * batch}, with the batch's unbiased variance {@code
 * variance * count / (count - 1)}.
 *
 * @param layer official name of the layer, for example {@code layer1.0.bn1}
 * @param momentum share of the batch in the new running value, 0 to 1
 * @param count values a channel's mean was taken over: images * height * width, of all devices that normalise together
 * @param mean mean of the batch, [C]
 * @param variance biased variance of the batch, [C]
 */
public record BatchStatistics(String layer, double momentum, long count, Tensor mean, Tensor variance) {

    /** Name of the buffer that follows the mean. */
    public String meanBuffer() {
        return layer + ".running_mean";
    }

    /** Name of the buffer that follows the unbiased variance. */
    public String varianceBuffer() {
        return layer + ".running_var";
    }
}
