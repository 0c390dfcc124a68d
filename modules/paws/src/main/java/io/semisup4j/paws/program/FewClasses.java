package io.semisup4j.paws.program;

import io.semisup4j.data.split.Split;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.paws.config.ImagenetFewConfig;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.stage.StageRunner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * PAWS and everything that follows it, one after the other on the same labels: pre-training, soft nearest neighbours,
 * a linear classifier, cross-entropy fine-tuning; and the supervised baseline.
 */
public final class FewClasses {
    private final ImagenetFewConfig config;
    private final PawsData data;
    private final Optional<Split> heldOut;
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private Exhibits exhibits = Exhibits.none();

    /** Prepares it. */
    public FewClasses(ImagenetFewConfig config, PawsData data, Optional<Split> heldOut) {
        this.config = config;
        this.data = data;
        this.heldOut = heldOut;
    }

    /** Shows views, neighbours and the like in the report. */
    public FewClasses showing(Exhibits value) {
        exhibits = value;
        return this;
    }

    /** The final metrics, or nothing if the run was asked to stop before its end. */
    public Optional<Map<String, Double>> run(StageRunner runner) {
        boolean finished = pretrain(runner) && supervise(runner);
        return finished ? Optional.of(metrics) : Optional.empty();
    }

    private boolean pretrain(StageRunner runner) {
        Encoder encoder = config.paws().net().encoder();
        TrainedNet net =
                new TrainedNet(NetState.initial(encoder.layout(), config.run().seed(), DataType.FLOAT));
        Pretraining pretraining = new Pretraining(config.paws(), data, config.run()).showing(exhibits);
        if (!pretraining.train(encoder, net, runner).finished()) {
            return false;
        }
        metrics.putAll(pretraining
                .evaluation(encoder, net)
                .measure(exhibits, Pretraining.METHOD)
                .metrics(Pretraining.METHOD));
        return linear(encoder, net, runner) && fineTune(encoder, net, runner);
    }

    private boolean linear(Encoder encoder, TrainedNet net, StageRunner runner) {
        Optional<TopK> accuracy =
                new LinearEvaluation(config.linear(), data, config.run()).run(encoder, net.state(), runner);
        accuracy.ifPresent(found -> metrics.putAll(found.metrics("paws.linear")));
        return accuracy.isPresent();
    }

    private boolean fineTune(Encoder encoder, TrainedNet net, StageRunner runner) {
        CrossEntropyFineTuning tuning = new CrossEntropyFineTuning(
                config.fineTuning(), data, heldOut, config.run(), encoder, OfficialState.export(net.state()));
        if (!tuning.train(runner).finished()) {
            return false;
        }
        metrics.putAll(tuning.measure().metrics("paws.finetune"));
        return true;
    }

    private boolean supervise(StageRunner runner) {
        SupervisedBaseline baseline =
                new SupervisedBaseline(config.supervised(), config.paws().net(), data, config.run()).showing(exhibits);
        if (!baseline.train(runner).finished()) {
            return false;
        }
        metrics.putAll(baseline.measure().metrics(SupervisedBaseline.STAGE));
        return true;
    }
}
