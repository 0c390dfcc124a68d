package io.semisup4j.paws.program;

import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.ComparisonConfig;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.stage.StageRunner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;

/** PAWS, its fine-tuning if there is any, and the supervised baseline, one after the other on the same labels. */
public final class Comparison {
    private final ComparisonConfig config;
    private final PawsData data;
    private Exhibits exhibits = Exhibits.none();

    /** Prepares it. */
    public Comparison(ComparisonConfig config, PawsData data) {
        this.config = config;
        this.data = data;
    }

    /** Shows views, neighbours and the like in the report. */
    public Comparison showing(Exhibits value) {
        exhibits = value;
        return this;
    }

    /** The final metrics, or nothing if the run was asked to stop before its end. */
    public Optional<Map<String, Double>> run(StageRunner runner) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        Encoder encoder = config.paws().net().encoder();
        TrainedNet net =
                new TrainedNet(NetState.initial(encoder.layout(), config.run().seed(), DataType.FLOAT));
        Pretraining pretraining = new Pretraining(config.paws(), data, config.run()).showing(exhibits);
        if (!pretraining.train(encoder, net, runner).finished()) {
            return Optional.empty();
        }
        SoftNnEvaluation evaluation = pretraining.evaluation(encoder, net);
        metrics.putAll(evaluation.measure(exhibits, Pretraining.METHOD).metrics(Pretraining.METHOD));
        if (config.fineTuning().epochs() > 0) {
            SnnFineTuning tuning = new SnnFineTuning(
                            config.fineTuning(), config.paws().batch(), "paws.batch", data, config.run())
                    .showing(exhibits);
            if (!tuning.train(encoder, net, runner).finished()) {
                return Optional.empty();
            }
            metrics.putAll(evaluation.measure(exhibits, SnnFineTuning.METHOD).metrics(SnnFineTuning.METHOD));
        }
        SupervisedBaseline baseline =
                new SupervisedBaseline(config.supervised(), config.paws().net(), data, config.run()).showing(exhibits);
        if (!baseline.train(runner).finished()) {
            return Optional.empty();
        }
        metrics.putAll(baseline.measure().metrics(SupervisedBaseline.STAGE));
        return Optional.of(metrics);
    }
}
