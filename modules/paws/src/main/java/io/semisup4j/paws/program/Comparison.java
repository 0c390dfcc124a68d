package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.ComparisonConfig;
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

    /** Prepares it. */
    public Comparison(ComparisonConfig config, PawsData data) {
        this.config = config;
        this.data = data;
    }

    /** The final metrics, or nothing if the run was asked to stop before its end. */
    public Optional<Map<String, Double>> run(StageRunner runner) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        Encoder encoder = config.paws().net().encoder();
        TrainedNet net =
                new TrainedNet(NetState.initial(encoder.layout(), config.run().seed(), DataType.FLOAT));
        if (!new Pretraining(config.paws(), data, config.run())
                .train(encoder, net, runner)
                .finished()) {
            return Optional.empty();
        }
        put(metrics, "paws.softnn", softNn(encoder, net));
        if (config.fineTuning().epochs() > 0) {
            SnnFineTuning tuning =
                    new SnnFineTuning(config.fineTuning(), config.paws().batch(), data, config.run());
            if (!tuning.train(encoder, net, runner).finished()) {
                return Optional.empty();
            }
            put(metrics, "paws.finetuned", softNn(encoder, net));
        }
        SupervisedBaseline baseline =
                new SupervisedBaseline(config.supervised(), config.paws().net(), data, config.run());
        if (!baseline.train(runner).finished()) {
            return Optional.empty();
        }
        put(metrics, "supervised", baseline.measure());
        return Optional.of(metrics);
    }

    private TopK softNn(Encoder encoder, TrainedNet net) {
        LoaderOptions loading = LoaderOptions.threads(config.run().loaderThreads());
        return new SoftNnEvaluation(
                        encoder, net.state(), data, config.paws().loss().temperature(), loading)
                .measure();
    }

    private static void put(Map<String, Double> metrics, String name, TopK accuracy) {
        metrics.put(name + ".top1", accuracy.top1());
        metrics.put(name + ".top5", accuracy.top5());
    }
}
