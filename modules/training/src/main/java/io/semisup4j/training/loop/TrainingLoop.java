package io.semisup4j.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Runs the steps of a stage one after the other: tells its listeners, measures at epoch ends, saves the state, and goes
 * on from the newest intact checkpoint when it is started again.
 *
 * <pre>{@code
 * LoopOutcome outcome = TrainingLoop.of(stage, step)
 *         .listener(progress)
 *         .afterEpoch(evaluation)
 *         .checkpoints(new Checkpoints(folder, SaveSchedule.everyEpoch(), fingerprint, parts, "paws.softnn.top1"))
 *         .stopOn(signal)
 *         .run();
 * }</pre>
 */
public final class TrainingLoop {
    private static final String LEARNING_RATE = "lr";
    private static final double NANOS = 1e9;

    private final Stage stage;
    private final TrainStep step;
    private final List<TrainingListener> listeners = new ArrayList<>();
    private final EpochMeans means = new EpochMeans();
    private EpochTask epochTask = EpochTask.none();
    private Optional<Checkpoints> checkpoints = Optional.empty();
    private Beginning beginning = Beginning.asItIs();
    private StopSignal stop = new StopSignal();
    private LongSupplier nanoTime = System::nanoTime;

    private TrainingLoop(Stage stage, TrainStep step) {
        this.stage = stage;
        this.step = step;
    }

    /** A loop without listeners and checkpoints. */
    public static TrainingLoop of(Stage stage, TrainStep step) {
        return new TrainingLoop(stage, step);
    }

    /** Adds a listener; listeners hear events in the order in which they were added. */
    public TrainingLoop listener(TrainingListener listener) {
        listeners.add(listener);
        return this;
    }

    /** What is measured at the end of every epoch. */
    public TrainingLoop afterEpoch(EpochTask task) {
        epochTask = task;
        return this;
    }

    /** Saves the state, and resumes from it. */
    public TrainingLoop checkpoints(Checkpoints value) {
        checkpoints = Optional.of(value);
        return this;
    }

    /** What is done when there is no checkpoint to resume from. */
    public TrainingLoop beginning(Beginning value) {
        beginning = value;
        return this;
    }

    /** Ends, with the state saved, after the step in which the signal came. */
    public TrainingLoop stopOn(StopSignal signal) {
        stop = signal;
        return this;
    }

    /** Replaces the clock: nanoseconds since any fixed moment. */
    public TrainingLoop clock(LongSupplier nanoseconds) {
        nanoTime = nanoseconds;
        return this;
    }

    /**
     * Resumes if there is a checkpoint, else begins, and runs to the last step or to a stop request.
     *
     * @throws DivergedException if a metric or a vector to be saved is not finite
     * @throws io.semisup4j.training.checkpoint.CheckpointException if the state cannot be saved, or a checkpoint is
     *     there that was written by a different configuration
     */
    public LoopOutcome run() {
        LoopState state = new LoopState(stage, checkpoints, means);
        means.clear();
        long done = state.resume().orElseGet(() -> beginning.begin(stage));
        tell(l -> l.onStart(
                new StageStart(stage.name(), done, stage.totalSteps(), stage.stepsPerEpoch(), stage.imagesPerStep())));
        for (long current = done; current < stage.totalSteps(); current++) {
            runStep(current, state);
            if (stop.requested() && current + 1 < stage.totalSteps()) {
                return new LoopOutcome(current + 1, false);
            }
        }
        tell(l -> l.onEnd(stage.name()));
        return new LoopOutcome(Math.max(done, stage.totalSteps()), true);
    }

    private void runStep(long current, LoopState state) {
        long begin = nanoTime.getAsLong();
        StepResult result = step.run(current);
        double seconds = (nanoTime.getAsLong() - begin) / NANOS;
        Map<String, Double> metrics = result.metrics();
        Double learningRate = metrics.get(LEARNING_RATE);
        requireFinite(current, metrics, state);
        means.add(metrics);
        StepEvent event =
                new StepEvent(stage.name(), current, stage.epochOf(current), metrics, seconds, result.waitSeconds());
        tell(l -> l.onStep(event));
        Map<String, Double> measured = stage.endsEpoch(current + 1) ? endEpoch(current) : Map.of();
        state.save(current + 1, measured, stop.requested(), learningRate);
    }

    private Map<String, Double> endEpoch(long current) {
        int epoch = stage.epochOf(current);
        EpochEvent event = new EpochEvent(stage.name(), epoch, stage.epochs(), means.means());
        means.clear();
        tell(l -> l.onEpoch(event));
        Map<String, Double> measured = new TreeMap<>(epochTask.measure(epoch, current + 1));
        measured.forEach((name, value) -> {
            Measurement measurement = new Measurement(stage.name(), current + 1, name, value);
            tell(l -> l.onMeasured(measurement));
        });
        return measured;
    }

    private void requireFinite(long current, Map<String, Double> metrics, LoopState state) {
        new TreeMap<>(metrics).forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new DivergedException(
                        "the metric '" + name + "'",
                        value.toString(),
                        current,
                        metrics.get(LEARNING_RATE),
                        state.lastGood());
            }
        });
    }

    private void tell(Consumer<TrainingListener> event) {
        listeners.forEach(event);
    }
}
