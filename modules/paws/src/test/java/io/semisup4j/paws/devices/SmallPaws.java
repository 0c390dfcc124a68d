package io.semisup4j.paws.devices;

import io.semisup4j.nets.backbones.Backbones;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.loss.PawsLoss;
import io.semisup4j.paws.loss.Sharpening;
import io.semisup4j.paws.loss.SoftNearestNeighbours;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.PawsForward;
import io.semisup4j.paws.pretrain.PawsStep;
import io.semisup4j.paws.pretrain.StepViews;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.Lars;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.parallel.Replica;
import io.semisup4j.training.schedule.WarmupCosine;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A small PAWS on noise, with prediction head, small crops and two support views, for one of several devices or for one
 * device that sees the views of all of them.
 *
 * @param uniqueClasses whether devices have support classes of their own
 */
record SmallPaws(DataType type, boolean uniqueClasses) {
    static final BatchShape SHARE = new BatchShape(3, 1, 2, 2, 2);
    private static final int LARGE = 8;
    private static final int SMALL = 6;
    private static final NoiseViews VIEWS = new NoiseViews(SHARE, LARGE, SMALL);
    private static final int STEPS_PER_EPOCH = 4;

    Encoder encoder() {
        return Encoder.pretraining(Backbones.named("wide_resnet10w1"), 8, true);
    }

    TrainedNet net() {
        return new TrainedNet(NetState.initial(encoder().layout(), 3, type));
    }

    /** The replica of one device, which sees its own views. */
    Replica share(TrainedNet net) {
        int rank = net.group().rank();
        return replica(net, SHARE, net.group().size(), step -> VIEWS.of(step, rank));
    }

    /** One device that sees the views of all. */
    Replica joint(TrainedNet net, int devices) {
        return replica(net, VIEWS.jointShape(devices), devices, step -> VIEWS.joint(step, devices));
    }

    private Replica replica(TrainedNet net, BatchShape shape, int devices, StepViews.Source views) {
        SupportLabels labels = new SupportLabels(
                SHARE.supportClasses(),
                SHARE.supportImages(),
                SHARE.supportViews(),
                devices,
                uniqueClasses,
                uniqueClasses ? 0.1 : 0);
        PawsLoss loss = new PawsLoss(new SoftNearestNeighbours(0.1), new Sharpening(0.25), SHARE.smallCrops(), true);
        TrainingPlan plan = PawsForward.compile(encoder(), net, loss, shape, LARGE, SMALL, labels.columns());
        Sgd optimiser = net.optimiser(
                SgdSettings.adapted(0.9, false, ParameterGroups.biasAndBnExcluded(1e-6), Lars.published()));
        WarmupCosine schedule = WarmupCosine.ofEpochs(0.1, 0.8, 0.01, 1, 5, STEPS_PER_EPOCH);
        PawsStep step = new PawsStep(plan, net, labels, optimiser, schedule, views);
        return new Replica(step, Map.of("net", net, "optimiser", optimiser), List.of());
    }
}
