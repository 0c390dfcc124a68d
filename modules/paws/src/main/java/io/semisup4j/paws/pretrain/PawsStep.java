package io.semisup4j.paws.pretrain;

import io.semisup4j.engine.plan.Profile;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.AdaptedRates;
import io.semisup4j.training.optimiser.Optimiser;
import io.semisup4j.training.schedule.Schedule;
import java.util.Map;

/**
 * One step of PAWS pre-training: views in; forward, backward, running statistics of the large and then of the small
 * pass; optimiser; losses out.
 */
public final class PawsStep implements TrainStep {
    private final TrainingPlan plan;
    private final TrainedNet net;
    private final Optimiser optimiser;
    private final Schedule schedule;
    private final StepViews.Source views;

    /**
     * Puts a step together.
     *
     * @param plan made by {@link PawsForward#compile}
     * @param labels of the supports; the same matrix at every step, since supports come class by class in turn
     */
    public PawsStep(
            TrainingPlan plan,
            TrainedNet net,
            SupportLabels labels,
            Optimiser optimiser,
            Schedule schedule,
            StepViews.Source views) {
        this.plan = plan;
        this.net = net;
        this.optimiser = optimiser;
        this.schedule = schedule;
        this.views = views;
        plan.write(PawsForward.LABELS, labels.matrix());
    }

    @Override
    public StepResult run(long step) {
        StepViews now = views.at(step);
        plan.write(PawsForward.LARGE, now.large());
        if (now.small().length > 0) {
            plan.write(PawsForward.SMALL, now.small());
        }
        plan.run();
        double rate = schedule.at(step);
        AdaptedRates adapted = optimiser.apply(net.parameters(), net.gradients(), rate);
        return new StepResult(
                adapted.beside(Map.of(
                        "loss", plan.number("loss"),
                        "ploss", plan.number("ploss"),
                        "rloss", plan.number("rloss"),
                        "lr", rate)),
                now.waitSeconds());
    }

    @Override
    public Profile profile() {
        return plan.profile();
    }
}
