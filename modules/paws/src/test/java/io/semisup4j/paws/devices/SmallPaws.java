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
import java.util.SplittableRandom;
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
        return replica(net, SHARE, net.group().size(), step -> views(step, rank));
    }

    /** One device that sees the views of all. */
    Replica joint(TrainedNet net, int devices) {
        BatchShape all = new BatchShape(
                devices * SHARE.images(),
                SHARE.smallCrops(),
                SHARE.supportClasses(),
                devices * SHARE.supportImages(),
                SHARE.supportViews());
        return replica(net, all, devices, step -> jointViews(step, devices));
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

    private static StepViews views(long step, int rank) {
        return new StepViews(
                noise(step, rank, 0, SHARE.largeRows() * LARGE * LARGE * 3),
                noise(step, rank, 1, SHARE.smallRows() * SMALL * SMALL * 3),
                0);
    }

    /** Supports of device 0, of device 1, ...; view 1 of all, view 2 of all; every small crop of all. */
    private static StepViews jointViews(long step, int devices) {
        int large = LARGE * LARGE * 3;
        int small = SMALL * SMALL * 3;
        int images = SHARE.images();
        float[] allLarge = new float[devices * SHARE.largeRows() * large];
        float[] allSmall = new float[devices * SHARE.smallRows() * small];
        for (int r = 0; r < devices; r++) {
            StepViews own = views(step, r);
            int supports = SHARE.supports();
            System.arraycopy(own.large(), 0, allLarge, r * supports * large, supports * large);
            for (int view = 0; view < 2; view++) {
                int from = (supports + view * images) * large;
                int to = (devices * supports + (view * devices + r) * images) * large;
                System.arraycopy(own.large(), from, allLarge, to, images * large);
            }
            for (int crop = 0; crop < SHARE.smallCrops(); crop++) {
                System.arraycopy(
                        own.small(),
                        crop * images * small,
                        allSmall,
                        (crop * devices + r) * images * small,
                        images * small);
            }
        }
        return new StepViews(allLarge, allSmall, 0);
    }

    private static float[] noise(long step, int rank, int part, int length) {
        SplittableRandom random = new SplittableRandom(1_000 * step + 10L * rank + part);
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
