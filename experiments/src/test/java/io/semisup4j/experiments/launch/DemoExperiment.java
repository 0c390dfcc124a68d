package io.semisup4j.experiments.launch;

import io.semisup4j.config.Incidental;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;

/** Two steps and one metric; everything that happens to an experiment can be made to happen to it. */
record DemoExperiment(Body body) implements Experiment<DemoExperiment.Config> {

    /** What it does in its second step. */
    interface Body {
        void act(Run run) throws Exception;
    }

    enum Source {
        DRAWN,
        CIFAR10
    }

    record Config(@Min(0) long seed, Optimiser optimiser, Source source, @Incidental @Positive int threads) {}

    record Optimiser(@Positive double rate, @Positive int epochs) {}

    @Override
    public String name() {
        return "demo-steps";
    }

    @Override
    public String summary() {
        return "two steps that compute nothing; needs no data";
    }

    @Override
    public Config config() {
        return new Config(1, new Optimiser(0.1, 2), Source.DRAWN, 2);
    }

    @Override
    public List<DataNeed> data(Config config) {
        return config.source() == Source.DRAWN
                ? List.of()
                : List.of(new DataNeed("cifar10", "CIFAR-10, binary layout", List.of("data_batch_1.bin")));
    }

    @Override
    public Outcome run(Run run, Config config) throws Exception {
        run.listeners().forEach(listener -> listener.onStart(new StageStart("demo", 0, 2, 1, 10)));
        for (int step = 0; step < 2; step++) {
            StepEvent event = new StepEvent(
                    "demo", step, step, Map.of("loss", config.optimiser().rate()), 0.1, 0);
            run.listeners().forEach(listener -> listener.onStep(event));
            body.act(run);
            if (run.stop().requested()) {
                return Outcome.stopped();
            }
        }
        return Outcome.complete(Map.of("demo.top1", 0.5));
    }
}
