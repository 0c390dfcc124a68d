package io.semisup4j.paws.devices;

import io.semisup4j.nets.backbones.Backbones;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.StepViews;
import io.semisup4j.paws.simclr.SimclrCtStep;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Lars;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.parallel.Replica;
import io.semisup4j.training.schedule.WarmupCosine;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/** A small SimCLR+CT on noise, whose SuNCEt ends after some steps, for one of several devices or for all as one. */
final class SmallSimclrCt {
    private static final BatchShape SHARE = new BatchShape(3, 0, 2, 2, 2);
    private static final int SIZE = 8;
    private static final int STEPS_PER_EPOCH = 4;
    private static final NoiseViews VIEWS = new NoiseViews(SHARE, SIZE, 0);

    private SmallSimclrCt() {}

    private static Encoder encoder() {
        return Encoder.pretraining(Backbones.named("wide_resnet10w1"), 8, false);
    }

    static TrainedNet net() {
        return new TrainedNet(NetState.initial(encoder().layout(), 5, DataType.DOUBLE));
    }

    static Replica share(TrainedNet net) {
        int rank = net.group().rank();
        return replica(net, SHARE, net.group().size(), step -> VIEWS.of(step, rank));
    }

    static Replica joint(TrainedNet net, int devices) {
        return replica(net, VIEWS.jointShape(devices), devices, step -> VIEWS.joint(step, devices));
    }

    private static Replica replica(TrainedNet net, BatchShape shape, int devices, StepViews.Source views) {
        SupportLabels labels = new SupportLabels(
                SHARE.supportClasses(), SHARE.supportImages(), SHARE.supportViews(), devices, false, 0);
        Sgd optimiser = net.optimiser(
                SgdSettings.adapted(0.9, false, ParameterGroups.biasAndBnExcluded(1e-6), Lars.published()));
        SimclrCtStep step = new SimclrCtStep(
                encoder(),
                net,
                new SimclrCtStep.Objective(0.1, 3 * STEPS_PER_EPOCH),
                shape,
                labels,
                SIZE,
                optimiser,
                WarmupCosine.ofEpochs(0.1, 0.8, 0.01, 1, 5, STEPS_PER_EPOCH),
                views);
        return new Replica(step, Map.of("net", net, "optimiser", optimiser), List.of());
    }
}
