package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.Run;
import io.semisup4j.experiments.launch.RunOrigins;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.training.loop.SaveSchedule;
import io.semisup4j.training.stage.StageRunner;

/** Carries the stages of PAWS out in a run folder. */
final class Stages {
    private Stages() {}

    static StageRunner of(Run run, RunConfig config) {
        return new StageRunner(
                run.folder().checkpoints(),
                run.listeners(),
                run.stop(),
                new SaveSchedule(config.saveSteps(), 1),
                RunOrigins.of(run.folder().path()),
                run.devices());
    }
}
