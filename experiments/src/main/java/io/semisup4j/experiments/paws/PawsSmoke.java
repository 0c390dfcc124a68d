package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SmokeConfig;
import io.semisup4j.paws.smoke.SmokeRun;

/**
 * PAWS on made-up patterns of five classes: after 60 steps ploss is below 0.12, rloss below -1.35 and the accuracy at
 * least 98 % (measured with the published loss and optimiser).
 *
 * <p>Cost: seconds. Needs nothing. Run: {@code mvn compile exec:java -Dexperiment=paws-smoke}
 */
public final class PawsSmoke implements Experiment<SmokeConfig> {

    @Override
    public String name() {
        return "paws-smoke";
    }

    @Override
    public String summary() {
        return "PAWS on made-up patterns: does everything work together? At least 98 % in 60 steps; needs no data";
    }

    @Override
    public SmokeConfig config() {
        return SmokeConfig.standard();
    }

    @Override
    public Outcome run(Run run, SmokeConfig config) {
        RunConfig standard = new RunConfig(config.seed(), 0, 1, 0);
        return new SmokeRun(config)
                .run(Stages.of(run, standard))
                .map(Outcome::complete)
                .orElseGet(Outcome::stopped);
    }

    /** Starts this experiment. */
    public static void main(String[] args) {
        Launcher.launch(PawsSmoke.class, args);
    }
}
