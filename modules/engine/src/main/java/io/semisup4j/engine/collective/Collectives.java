package io.semisup4j.engine.collective;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import java.util.List;

/**
 * Arrays of all devices within a graph. Gradients are those of PyTorch's distributed training, where every device
 * differentiates its own loss and parameter gradients are averaged afterwards: together that is the gradient of the
 * devices' mean loss.
 */
public final class Collectives {
    private Collectives() {}

    /**
     * The rows of all devices, device by device: [n, ...] to [W n, ...]. The gradient of a device's rows is the sum of
     * what all devices find for them. With one device this is x itself.
     */
    public static Tensor gather(Group group, Tensor x) {
        if (group.isAlone()) {
            return x;
        }
        Graph graph = x.graph();
        long[] all = x.shape();
        all[0] *= group.size();
        return graph.apply(
                        new CollectiveSpec.Gather(group),
                        List.of(x),
                        List.of(all),
                        upstream -> graph.apply(
                                new CollectiveSpec.GatherGradient(group), upstream, List.of(x.shape()), null))
                .get(0);
    }

    /**
     * The mean over the devices. The gradient passes unchanged, as in the published all-reduce: the average over
     * devices that parameter gradients go through already divides by W. With one device this is x itself.
     */
    public static Tensor mean(Group group, Tensor x) {
        if (group.isAlone()) {
            return x;
        }
        return x.graph()
                .apply(new CollectiveSpec.Mean(group), List.of(x), List.of(x.shape()), upstream -> upstream)
                .get(0);
    }
}
