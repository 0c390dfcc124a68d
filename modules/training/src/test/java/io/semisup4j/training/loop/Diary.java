package io.semisup4j.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what a loop tells; after a resume it forgets what comes again, as a metrics file would. */
final class Diary implements TrainingListener {
    final Map<Long, List<String>> bySteps = new TreeMap<>();
    final List<StageStart> starts = new ArrayList<>();
    int ends;

    @Override
    public void onStart(StageStart start) {
        starts.add(start);
        bySteps.keySet().removeIf(stepsDone -> stepsDone > start.firstStep());
    }

    @Override
    public void onStep(StepEvent event) {
        note(event.step() + 1, "step " + event.epoch() + " " + new TreeMap<>(event.metrics()));
    }

    @Override
    public void onEpoch(EpochEvent event) {
        long end = Math.min(Regression.STAGE.totalSteps(), (event.epoch() + 1) * Regression.STAGE.stepsPerEpoch());
        note(end, "epoch " + event.epoch() + " of " + event.epochs() + " " + new TreeMap<>(event.means()));
    }

    @Override
    public void onMeasured(Measurement measurement) {
        note(measurement.step(), measurement.name() + " " + measurement.value());
    }

    @Override
    public void onEnd(String stage) {
        ends++;
    }

    private void note(long stepsDone, String line) {
        bySteps.computeIfAbsent(stepsDone, s -> new ArrayList<>()).add(line);
    }
}
