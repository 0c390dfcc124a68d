package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SimclrCtCifarConfig;
import io.semisup4j.paws.config.SimclrCtConfig;
import io.semisup4j.paws.program.PawsData;
import java.util.List;

/**
 * {@code simclr-ct-cifar10-4000}: SimCLR+CT pre-training on CIFAR-10 with 4,000 labels, WideResNet-28-2. An extension
 * without a published figure; its values are those of PAWS where SimCLR+CT has none.
 *
 * <p>Cost: 117,000 steps of 1,792 views. Needs {@code -Ddata.cifar10=DIR}. Run: {@code mvn compile exec:java
 * -Dexperiment=simclr-ct-cifar10-4000 -Ddata.cifar10=DIR}
 */
public final class SimclrCtCifar10 implements Experiment<SimclrCtCifarConfig> {

    @Override
    public String name() {
        return "simclr-ct-cifar10-4000";
    }

    @Override
    public String summary() {
        return "SimCLR+CT, CIFAR-10, 4,000 labels, WRN-28-2, 600 epochs (extension); needs data.cifar10";
    }

    @Override
    public SimclrCtCifarConfig config() {
        return new SimclrCtCifarConfig(CifarFolder.PUBLISHED_SEED, SimclrCtConfig.cifar(), new RunConfig(0, 2, 10, 0));
    }

    @Override
    public List<DataNeed> data(SimclrCtCifarConfig config) {
        return List.of(CifarFolder.NEED);
    }

    @Override
    public Outcome run(Run run, SimclrCtCifarConfig config) {
        PawsData data =
                CifarFolder.data(run, config.splitSeed(), config.simclrCt().views());
        return SimclrCtRun.run(run, config.simclrCt(), data, config.run());
    }

    /** Starts the first one; {@code experiment=NAME} as an argument starts another one. */
    public static void main(String[] args) {
        Launcher.launch(SimclrCtCifar10.class, args);
    }
}
