package io.semisup4j.paws.program;

import io.semisup4j.evaluation.TopK;
import io.semisup4j.paws.config.SnnFineTuneConfig.Selection;
import io.semisup4j.training.loop.EpochTask;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.state.StateValues;
import io.semisup4j.training.state.Stateful;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The score by which soft nearest-neighbour fine-tuning chooses its epoch. The published program scores a net before an
 * epoch and keeps the net after that epoch under this score; aligned, a net is kept under its own score.
 */
final class SnnSelection implements Stateful {
    /** The score of the net that an epoch ends with. */
    static final String SCORE = "paws.finetuned.score";

    private final Selection selection;
    private final String name;
    private final Supplier<TopK> accuracy;
    private double before = Double.NaN;

    /** @param name of the accuracy that is reported after every epoch */
    SnnSelection(Selection selection, String name, Supplier<TopK> accuracy) {
        this.selection = selection;
        this.name = name;
        this.accuracy = accuracy;
    }

    /** The same step, but the net is scored before the first one. */
    TrainStep scored(TrainStep step) {
        return number -> {
            if (number == 0 && selection == Selection.PUBLISHED) {
                before = accuracy.get().top1();
            }
            return step.run(number);
        };
    }

    /** Scores the net after an epoch, which is before the next one. */
    EpochTask afterEpoch() {
        return (epoch, stepsDone) -> {
            TopK now = accuracy.get();
            Map<String, Double> measured = new HashMap<>(now.metrics(name));
            measured.put(SCORE, selection == Selection.PUBLISHED ? before : now.top1());
            before = now.top1();
            return measured;
        };
    }

    @Override
    public StateValues values() {
        return StateValues.empty().with("before", before);
    }

    @Override
    public void restore(StateValues values) {
        before = values.doubleValue("before");
    }
}
