package io.semisup4j.training.loop;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.training.checkpoint.Retention;
import io.semisup4j.training.checkpoint.UnflushedFolder;
import io.semisup4j.training.ema.ExponentialMovingAverage;
import io.semisup4j.training.optimiser.AdaptedRates;
import io.semisup4j.training.optimiser.Lars;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.schedule.Schedule;
import io.semisup4j.training.schedule.WarmupCosine;
import io.semisup4j.training.state.StateValues;
import io.semisup4j.training.state.StateVector;
import io.semisup4j.training.state.Stateful;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Least squares, y = w*x + b, with LARS, momentum, a teacher, and a sampler that counts what it has handed out: every
 * kind of state that a method can have, in a problem that fits a page.
 */
final class Regression implements TrainStep {
    static final Stage STAGE = new Stage("regression", 14, 4, 6);
    static final Map<String, String> FINGERPRINT = Map.of("seed", "11");
    private static final FlatLayout LAYOUT =
            new FlatLayout.Builder().add("w.weight", 3).add("w.bias", 1).build();

    final INDArray parameters = LAYOUT.zeros(DataType.DOUBLE);
    final INDArray teacher = LAYOUT.zeros(DataType.DOUBLE);
    final Sgd optimiser = new Sgd(
            SgdSettings.adapted(0.9, true, ParameterGroups.biasAndBnExcluded(1e-3), new Lars(0.5, 1e-8)),
            LAYOUT,
            DataType.DOUBLE);
    private final INDArray gradients = LAYOUT.zeros(DataType.DOUBLE);
    private final Schedule schedule = new WarmupCosine(0.05, 0.2, 0.01, 3, STAGE.totalSteps());
    private final Counter sampler = new Counter();

    Regression() {
        LAYOUT.view(parameters, "w.weight").assign(0.5);
    }

    @Override
    public StepResult run(long step) {
        double lr = schedule.at(step);
        double loss = gradient(new Random(1000 * sampler.next() + 11));
        AdaptedRates rates = optimiser.apply(parameters, gradients, lr);
        ExponentialMovingAverage.update(teacher, parameters, 0.9);
        return new StepResult(Map.of("loss", loss, "lr", lr, "lars.mean", rates.mean()), 0.25);
    }

    /** The loss of a batch of six; its gradient is left in the gradient vector. */
    private double gradient(Random random) {
        INDArray gradient = gradients.assign(0);
        double loss = 0;
        for (int row = 0; row < STAGE.imagesPerStep(); row++) {
            double[] x = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double target = 2 * x[0] - x[1] + 0.5 * x[2] + 3;
            double error = parameters.getDouble(LAYOUT.slot("w.bias").offset()) - target;
            for (int i = 0; i < 3; i++) {
                error += parameters.getDouble(i) * x[i];
            }
            loss += error * error / STAGE.imagesPerStep();
            add(gradient, LAYOUT.slot("w.bias").offset(), error);
            for (int i = 0; i < 3; i++) {
                add(gradient, i, error * x[i]);
            }
        }
        return loss;
    }

    private static void add(INDArray gradient, long at, double value) {
        gradient.putScalar(at, gradient.getDouble(at) + 2 * value / STAGE.imagesPerStep());
    }

    Checkpoints checkpoints(Path folder, SaveSchedule schedule) {
        Map<String, Stateful> parts = new LinkedHashMap<>();
        parts.put("student", Stateful.of(new StateVector("parameters", LAYOUT, parameters)));
        parts.put("teacher", Stateful.of(new StateVector("parameters", LAYOUT, teacher)));
        parts.put("optimiser", optimiser);
        parts.put("sampler", sampler);
        return new Checkpoints(UnflushedFolder.of(folder, Retention.standard()), schedule, FINGERPRINT, parts, "error");
    }

    /** How far the teacher is from the truth. */
    Map<String, Double> measure() {
        return Map.of("error", -Math.abs(teacher.getDouble(0) - 2));
    }

    private static final class Counter implements Stateful {
        private long count;

        long next() {
            return count++;
        }

        @Override
        public StateValues values() {
            return StateValues.empty().with("count", count);
        }

        @Override
        public void restore(StateValues values) {
            count = values.longValue("count");
        }
    }
}
