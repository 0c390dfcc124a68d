package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.CifarConfig;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.program.PawsData;
import io.semisup4j.paws.program.Pretraining;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.training.net.TrainedNet;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * PAWS pre-training on CIFAR-10 with 4,000 labels, WideResNet-28-2, 600 epochs: about 96.0 +- 0.2 % soft nearest
 * neighbours after fine-tuning (published, PAWS table 3).
 *
 * <p>Cost: 117,000 steps of 3,328 views, for a GPU or a patient CPU. Needs {@code -Ddata.cifar10=DIR}. Run: {@code mvn
 * compile exec:java -Dexperiment=paws-cifar10-4000 -Ddata.cifar10=DIR}
 */
public final class PawsCifar10 implements Experiment<CifarConfig> {
    private final String suffix;
    private final int splitSeed;

    private PawsCifar10(String suffix, int splitSeed) {
        this.suffix = suffix;
        this.splitSeed = splitSeed;
    }

    /** The published run and one for each list of labelled images. */
    public static Stream<PawsCifar10> all() {
        return CifarFolder.seeds().map(seed -> new PawsCifar10(seed.getKey(), seed.getValue()));
    }

    @Override
    public String name() {
        return "paws-cifar10-4000" + suffix;
    }

    @Override
    public String summary() {
        return "PAWS, CIFAR-10, 4,000 labels (list " + splitSeed
                + "), WRN-28-2, 600 epochs: 96.0 % after fine-tuning (published); needs data.cifar10";
    }

    @Override
    public CifarConfig config() {
        return new CifarConfig(splitSeed, PawsConfig.cifar(), new RunConfig(0, 2, 10, 0));
    }

    @Override
    public boolean published() {
        return true;
    }

    @Override
    public List<DataNeed> data(CifarConfig config) {
        return List.of(CifarFolder.NEED);
    }

    @Override
    public Outcome run(Run run, CifarConfig config) {
        PawsData data = CifarFolder.data(run, config.splitSeed(), config.paws().views());
        Encoder encoder = config.paws().net().encoder();
        TrainedNet net =
                new TrainedNet(NetState.initial(encoder.layout(), config.run().seed(), DataType.FLOAT));
        Exhibits exhibits = Exhibits.in(run.folder().exhibits());
        Pretraining pretraining = new Pretraining(config.paws(), data, config.run()).showing(exhibits);
        if (!pretraining.train(encoder, net, Stages.of(run, config.run())).finished()) {
            return Outcome.stopped();
        }
        return Outcome.complete(pretraining
                .evaluation(encoder, net)
                .measure(exhibits, Pretraining.METHOD)
                .metrics(Pretraining.METHOD));
    }

    /** Starts the published run. */
    public static void main(String[] args) {
        Launcher.launch(PawsCifar10.class, args);
    }
}
