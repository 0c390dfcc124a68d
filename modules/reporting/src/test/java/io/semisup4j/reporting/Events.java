package io.semisup4j.reporting;

import io.semisup4j.training.loop.EpochEvent;
import io.semisup4j.training.loop.Measurement;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import io.semisup4j.training.loop.TrainingListener;
import java.util.Map;

/** Plays what a training loop tells: 4 steps an epoch, an evaluation after each epoch. */
public final class Events {
    private static final int PER_EPOCH = 4;

    private Events() {}

    /** Steps from {@code first} (an epoch's first) up to, not including, {@code stop} of a stage of 12. */
    public static void play(TrainingListener listener, String stage, int first, int stop, double seconds) {
        listener.onStart(new StageStart(stage, first, 12, PER_EPOCH, 32));
        for (int step = first; step < stop; step++) {
            int epoch = step / PER_EPOCH;
            Map<String, Double> metrics = Map.of("ploss", 2.0 / (step + 1), "loss", 1.0 / (step + 1), "lr", 0.1);
            listener.onStep(new StepEvent(stage, step, epoch, metrics, seconds, 0));
            if ((step + 1) % PER_EPOCH == 0) {
                listener.onEpoch(new EpochEvent(stage, epoch, 3, metrics));
                listener.onMeasured(new Measurement(stage, step + 1, stage + ".top1", 0.1 * epoch));
            }
        }
    }
}
