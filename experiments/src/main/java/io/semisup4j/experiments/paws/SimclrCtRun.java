package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SimclrCtConfig;
import io.semisup4j.paws.program.PawsData;
import io.semisup4j.paws.program.SimclrCtPretraining;
import io.semisup4j.training.net.TrainedNet;
import org.nd4j.linalg.api.buffer.DataType;

/** SimCLR+CT pre-training of a new net and its soft nearest-neighbour accuracy. */
final class SimclrCtRun {
    private SimclrCtRun() {}

    static Outcome run(Run run, SimclrCtConfig config, PawsData data, RunConfig how) {
        Encoder encoder = config.net().encoder();
        TrainedNet net = new TrainedNet(NetState.initial(encoder.layout(), how.seed(), DataType.FLOAT));
        SimclrCtPretraining pretraining = new SimclrCtPretraining(config, data, how);
        return pretraining.train(encoder, net, Stages.of(run, how)).finished()
                ? Outcome.complete(
                        pretraining.evaluation(encoder, net).measure().metrics("simclr-ct.softnn"))
                : Outcome.stopped();
    }
}
