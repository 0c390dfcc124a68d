package io.semisup4j.training.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.nets.backbones.Backbones;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.parallel.DeviceStep;
import io.semisup4j.training.parallel.Replica;
import io.semisup4j.training.schedule.Constant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Batch statistics by device mean the same whether the devices are real or parts of one batch. */
@Timeout(120)
class CrossEntropyOnSeveralDevicesTest {
    private static final int SHARE = 4;
    private static final int SIZE = 8;
    private static final int CLASSES = 3;
    private static final int NUMBERS = SIZE * SIZE * 3;

    private final Encoder encoder = Encoder.linearClassifier(Backbones.named("wide_resnet10w1"), CLASSES);

    @Test
    void two_devices_equal_two_parts_of_one_batch() {
        TrainedNet joint = net();
        TrainedNet shared = net();
        Replica alone = replica(joint, 2, step -> part(step, 0, 2 * SHARE));
        try (DeviceStep together = DeviceStep.of(2, worker -> {
            int first = worker.group().rank() * SHARE;
            return replica(shared.replica(worker), 1, step -> part(step, first, first + SHARE));
        })) {
            for (int step = 0; step < 6; step++) {
                double expected = alone.step().run(step).metrics().get("loss");
                assertThat(together.run(step).metrics().get("loss")).isCloseTo(expected, within(1e-10));
            }
        }
        assertClose(shared.parameters(), joint.parameters());
        assertClose(shared.buffers(), joint.buffers());
    }

    private TrainedNet net() {
        return new TrainedNet(NetState.initial(encoder.layout(), 2, DataType.DOUBLE));
    }

    private Replica replica(TrainedNet net, int parts, LabelledViews.Source source) {
        Sgd optimiser = net.optimiser(SgdSettings.plain(0.9, true, ParameterGroups.single(5e-4, false)));
        long[] images = {(long) parts * SHARE, SIZE, SIZE, 3};
        CrossEntropyStep step = new CrossEntropyStep(
                encoder,
                net,
                new CrossEntropyStep.Layout(images, parts),
                CLASSES,
                optimiser,
                new Constant(0.05),
                source);
        return new Replica(step, Map.of("net", net, "optimiser", optimiser), List.of());
    }

    private static LabelledViews part(long step, int from, int to) {
        SplittableRandom random = new SplittableRandom(step);
        float[] images = new float[2 * SHARE * NUMBERS];
        int[] labels = new int[2 * SHARE];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextInt(CLASSES);
        }
        return new LabelledViews(
                Arrays.copyOfRange(images, from * NUMBERS, to * NUMBERS), Arrays.copyOfRange(labels, from, to), 0);
    }

    private static void assertClose(INDArray found, INDArray expected) {
        assertThat(found.sub(expected).amaxNumber().doubleValue())
                .isLessThan(1e-10 * expected.amaxNumber().doubleValue());
    }
}
