package io.semisup4j.nets.backbones;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Pooling;
import io.semisup4j.engine.spec.WindowGeometry;
import io.semisup4j.nets.layers.BatchNorm;
import io.semisup4j.nets.layers.Bottleneck;
import io.semisup4j.nets.layers.Conv2d;
import io.semisup4j.nets.scope.Scope;
import java.util.List;

/**
 * ResNet of bottleneck blocks (He et al. 2016) as PAWS has it: the stem's width is that of the first stage, and a
 * wider network widens every channel.
 *
 * @param blocks blocks of the four stages, for example 3, 4, 6, 3
 * @param widthPerGroup 64 as published; block widths are planes * widthPerGroup / 64, rounded down
 * @param widen factor on all channels
 */
public record ResNet(List<Integer> blocks, int widthPerGroup, int widen) implements Backbone {
    private static final int STANDARD_WIDTH = 64;

    public ResNet {
        blocks = List.copyOf(blocks);
        if (blocks.size() != 4 || blocks.stream().anyMatch(n -> n < 1) || widthPerGroup < 1 || widen < 1) {
            throw new IllegalArgumentException("a ResNet has four stages of at least 1 block, a width per group and a"
                    + " widening of at least 1, not " + blocks + ", " + widthPerGroup + " and " + widen);
        }
        if ((long) widthPerGroup * widthPerGroup * widen < STANDARD_WIDTH) {
            throw new IllegalArgumentException("a width per group of " + widthPerGroup + " and a widening of " + widen
                    + " leave no channel in the first blocks, which have widthPerGroup^2 * widen / 64");
        }
    }

    /** Of the published channels times {@code widen}. */
    public static ResNet of(int widen, Integer... blocks) {
        return new ResNet(List.of(blocks), STANDARD_WIDTH, widen);
    }

    @Override
    public long features() {
        return Bottleneck.EXPANSION * planes(3);
    }

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        Tensor y = Conv2d.kaiming(planes(0), 7, 2).named("conv1", scope, x);
        y = BatchNorm.RELU.named("bn1", scope, y);
        y = Pooling.max(y, WindowGeometry.square(3, 2, 1));
        for (int i = 0; i < blocks.size(); i++) {
            y = stage(i).named("layer" + (i + 1), scope, y);
        }
        return Pooling.globalAverage(y);
    }

    private Stage stage(int index) {
        long planes = planes(index);
        long width = planes * widthPerGroup / STANDARD_WIDTH;
        return new Stage(blocks.get(index), index == 0 ? 1 : 2, stride -> new Bottleneck(planes, width, stride));
    }

    private long planes(int stage) {
        return (long) widthPerGroup * widen << stage;
    }
}
