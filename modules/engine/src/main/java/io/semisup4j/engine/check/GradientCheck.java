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
    /** What the gradients are taken with respect to, in the order of the outputs g0, g1, ... */
    private final List<INDArray> variables;

    private final SplittableRandom random;

    private GradientCheck(Plan plan, List<INDArray> variables, SplittableRandom random) {
        this.plan = plan;
        this.variables = variables;
        this.random = random;
    }

    /** A piece of graph: differentiable inputs to outputs. */
    @FunctionalInterface
    public interface Body {
        List<Tensor> outputs(List<Tensor> inputs);
    }

    /**
     * The largest difference between a gradient and its central difference, relative to the largest gradient of the
     * same input (or absolute, where that is below 1). Parameters that the piece makes get random values between -1 and
     * 1 and are checked like inputs; its buffers get random values between 0.5 and 1.5.
     *
     * @param seed of the upstream weights, of parameters and buffers, and of the elements that are compared
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
        inputs.addAll(graph.parameters());
        Map<Tensor, Tensor> seeds = new HashMap<>();
        seeds.put(loss, graph.constant("seed", Nd4j.ones(DataType.DOUBLE, 1)));
        Map<Tensor, Tensor> gradients = graph.gradients(seeds);
        PlanBuilder builder = Plan.of(graph).output("loss", loss);
        List<INDArray> variables = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Tensor input = inputs.get(i);
            if (!gradients.containsKey(input)) {
                throw new IllegalArgumentException("no gradient reaches " + input);
            }
            INDArray value = i < values.length ? values[i].dup('c') : uniform(random, -1, 1, input);
            variables.add(value);
            builder.at(input, value).output("g" + i, gradients.get(input));
        }
        graph.buffers().forEach(buffer -> builder.at(buffer, uniform(random, 0.5, 1.5, buffer)));
        return new GradientCheck(builder.compile(), variables, random).worst();
    }

    private static INDArray uniform(SplittableRandom random, double from, double to, Tensor tensor) {
        double[] values = random.doubles(tensor.length(), from, to).toArray();
        return Nd4j.createFromArray(values).reshape(tensor.shape());
    }

    private static Tensor weightedSum(Graph graph, List<Tensor> outputs, SplittableRandom random) {
        Tensor loss = null;
        for (int i = 0; i < outputs.size(); i++) {
            Tensor output = outputs.get(i);
            INDArray upstream = uniform(random, -1.5, 1.5, output);
            Tensor term = Sums.all(Arithmetic.multiply(output, graph.constant("w" + i, upstream)));
            loss = loss == null ? term : Arithmetic.add(loss, term);
        }
        return loss;
    }

    private double worst() {
        plan.run();
        List<INDArray> analytic = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            analytic.add(plan.output("g" + i).dup());
        }
        double worst = 0;
        for (int i = 0; i < variables.size(); i++) {
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
        INDArray x = variables.get(input);
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
