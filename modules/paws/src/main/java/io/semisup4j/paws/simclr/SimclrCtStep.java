package io.semisup4j.paws.simclr;

import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.StepViews;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.net.StepMeasure;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.AdaptedRates;
import io.semisup4j.training.optimiser.Optimiser;
import io.semisup4j.training.schedule.Schedule;
import java.util.Map;

/**
 * One step of SimCLR+CT: views in, one forward and backward pass, running statistics, optimiser, losses out. The losses
 * are reported pure; the published code's column {@code simclr-loss} holds the sum.
 */
public final class SimclrCtStep implements TrainStep {

    /**
     * The objective.
     *
     * @param temperature tau of NT-Xent and of SuNCEt
     * @param supervisedSteps steps in which SuNCEt is part of the sum; NT-Xent alone goes on
     */
    public record Objective(double temperature, long supervisedSteps) {}

    private final TrainingPlan plan;
    private final TrainedNet net;
    private final Objective objective;
    private final Optimiser optimiser;
    private final Schedule schedule;
    private final StepViews.Source views;

    /**
     * Compiles the step.
     *
     * @param shape without small crops
     * @param labels of the supports of all devices that train the net
     * @param size side of the views in pixels
     * @param views large ones alone
     */
    public SimclrCtStep(
            Encoder encoder,
            TrainedNet net,
            Objective objective,
            BatchShape shape,
            SupportLabels labels,
            int size,
            Optimiser optimiser,
            Schedule schedule,
            StepViews.Source views) {
        this.plan = SimclrCtForward.compile(encoder, net, objective.temperature(), shape, size, labels);
        this.net = net;
        this.objective = objective;
        this.optimiser = optimiser;
        this.schedule = schedule;
        this.views = views;
    }

    /**
     * What a device's step would take of the memory, found without taking it.
     *
     * @param columns C, columns of the label matrix
     */
    public static StepMeasure measure(Encoder encoder, double temperature, BatchShape shape, int size, int columns) {
        return SimclrCtForward.measure(encoder, temperature, shape, size, columns);
    }

    @Override
    public StepResult run(long step) {
        StepViews now = views.at(step);
        plan.write(SimclrCtForward.VIEWS, now.large());
        plan.write(SimclrCtForward.SUNCET_WEIGHT, new float[] {step < objective.supervisedSteps() ? 1 : 0});
        plan.run();
        double rate = schedule.at(step);
        AdaptedRates adapted = optimiser.apply(net.parameters(), net.gradients(), rate);
        return new StepResult(
                adapted.beside(Map.of(
                        "loss", plan.number("loss"),
                        "simclr", plan.number("simclr"),
                        "suncet", plan.number("suncet"),
                        "lr", rate)),
                now.waitSeconds());
    }
}
