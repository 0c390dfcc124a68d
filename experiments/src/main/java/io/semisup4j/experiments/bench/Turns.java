package io.semisup4j.experiments.bench;

import io.semisup4j.experiments.bench.process.StepProcess;
import io.semisup4j.experiments.bench.process.StepTime;
import io.semisup4j.training.loop.StopSignal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lets processes take turns, so that whatever disturbs the machine meets all of them alike. */
final class Turns {
    private final BenchmarkConfig config;
    private final StopSignal stop;

    Turns(BenchmarkConfig config, StopSignal stop) {
        this.config = config;
        this.stop = stop;
    }

    /** What each process took, in their order; fewer rounds if the run is asked to stop. */
    List<Side> take(List<StepProcess> processes) throws IOException {
        List<List<StepTime>> first = new ArrayList<>();
        List<List<StepTime>> times = new ArrayList<>();
        for (StepProcess process : processes) {
            first.add(process.run(config.warmUp()));
            times.add(new ArrayList<>());
        }
        for (int round = 0; round < config.rounds() && !stop.requested(); round++) {
            for (int step = 0; step < config.stepsPerRound(); step++) {
                step(processes, round % 2 == 1, times);
            }
        }
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            sides.add(new Side(first.get(i), times.get(i), processes.get(i).peakMegabytes()));
        }
        return sides;
    }

    /**
     * A turn of each; whoever is always first would gain where a machine becomes slower and slower. A step of a training
     * follows one of the same training, so the first of a turn, which finds the caches and the threads of the other side,
     * does not count.
     */
    private static void step(List<StepProcess> processes, boolean backwards, List<List<StepTime>> times)
            throws IOException {
        for (int i = 0; i < processes.size(); i++) {
            int turn = backwards ? processes.size() - 1 - i : i;
            times.get(turn).add(processes.get(turn).run(2).get(1));
        }
    }
}
