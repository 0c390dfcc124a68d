package io.semisup4j.engine.check;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.Sums;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.PlanBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Compares the gradients of a piece of graph with central differences, in double. The outputs are weighted with random
 * numbers, so that the upstream gradient is nowhere 1: a rule that ignores it is found.
 */
public final class GradientCheck {
    private static final double STEP = 1e-5;
    private static final int ELEMENTS_PER_INPUT = 40;

    private final Plan plan;
    private final int inputs;
    private final SplittableRandom random;

    private GradientCheck(Plan plan, int inputs, SplittableRandom random) {
        this.plan = plan;
        this.inputs = inputs;
        this.random = random;
    }

    /** A piece of graph: differentiable inputs to outputs. */
    @FunctionalInterface
    public interface Body {
        List<Tensor> outputs(List<Tensor> inputs);
    }

    /**
     * The largest difference between a gradient and its central difference, relative to the largest gradient of the
     * same input (or absolute, where that is below 1).
     *
     * @param seed of the upstream weights and of the elements that are compared
     * @param values values of the inputs, in double
     */
    public static double worstError(long seed, Body body, INDArray... values) {
        SplittableRandom random = new SplittableRandom(seed);
        Graph graph = new Graph(DataType.DOUBLE);
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            inputs.add(graph.differentiableInput("x" + i, values[i].shape()));
        }
        Tensor loss = weightedSum(graph, body.outputs(inputs), random);
        Map<Tensor, Tensor> seeds = new HashMap<>();
        seeds.put(loss, graph.constant("seed", Nd4j.ones(DataType.DOUBLE, 1)));
        Map<Tensor, Tensor> gradients = graph.gradients(seeds);
        PlanBuilder builder = Plan.of(graph).output("loss", loss);
        for (int i = 0; i < inputs.size(); i++) {
            builder.at(inputs.get(i), Nd4j.create(DataType.DOUBLE, values[i].shape()));
            if (!gradients.containsKey(inputs.get(i))) {
                throw new IllegalArgumentException("no gradient reaches " + inputs.get(i));
            }
            builder.output("g" + i, gradients.get(inputs.get(i)));
        }
        Plan plan = builder.compile();
        for (int i = 0; i < values.length; i++) {
            plan.input("x" + i).assign(values[i]);
        }
        return new GradientCheck(plan, values.length, random).worst();
    }

    private static Tensor weightedSum(Graph graph, List<Tensor> outputs, SplittableRandom random) {
        Tensor loss = null;
        for (int i = 0; i < outputs.size(); i++) {
            Tensor output = outputs.get(i);
            double[] weights = random.doubles(output.length(), -1.5, 1.5).toArray();
            INDArray upstream = Nd4j.createFromArray(weights).reshape(output.shape());
            Tensor term = Sums.all(Arithmetic.multiply(output, graph.constant("w" + i, upstream)));
            loss = loss == null ? term : Arithmetic.add(loss, term);
        }
        return loss;
    }

    private double worst() {
        plan.run();
        List<INDArray> analytic = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            analytic.add(plan.output("g" + i).dup());
        }
        double worst = 0;
        for (int i = 0; i < inputs; i++) {
            INDArray gradient = analytic.get(i).reshape(analytic.get(i).length());
            double scale = Math.max(1, gradient.amaxNumber().doubleValue());
            for (long element : elements(gradient.length())) {
                double error = Math.abs(gradient.getDouble(element) - difference(i, element)) / scale;
                worst = Math.max(worst, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
            }
        }
        return worst;
    }

    private long[] elements(long length) {
        return length <= ELEMENTS_PER_INPUT
                ? java.util.stream.LongStream.range(0, length).toArray()
                : random.longs(ELEMENTS_PER_INPUT, 0, length).toArray();
    }

    private double difference(int input, long element) {
        INDArray x = plan.input("x" + input);
        INDArray flat = x.reshape(x.length());
        double value = flat.getDouble(element);
        flat.putScalar(element, value + STEP);
        plan.run();
        double above = plan.number("loss");
        flat.putScalar(element, value - STEP);
        plan.run();
        double below = plan.number("loss");
        flat.putScalar(element, value);
        return (above - below) / (2 * STEP);
    }
}
