package io.semisup4j.training.net;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.PlanBuilder;
import io.semisup4j.engine.plan.Profile;
import io.semisup4j.nets.scope.BatchStatistics;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.training.stats.RunningStatistics;
import io.semisup4j.training.stats.TrackedLayer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forward and backward pass of a loss, compiled: a run leaves the gradients in the net's flat vector and then updates
 * its running statistics, pass after pass in the order of the forward passes.
 */
public final class TrainingPlan {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingPlan.class);
    private static final boolean PROFILED = Boolean.getBoolean("profile");
    private static final int RUNS_PER_PROFILE = 50;

    private final Plan plan;
    private final TrainedNet net;
    private final Profile profile = new Profile();
    private final List<TrackedPass> passes;
    private boolean profiled = PROFILED;

    private record TrackedPass(RunningStatistics statistics, INDArray batch) {}

    private TrainingPlan(Plan plan, TrainedNet net, List<TrackedPass> passes) {
        this.plan = plan;
        this.net = net;
        this.passes = passes;
    }

    /**
     * Compiles.
     *
     * @param net whose parameters and buffers the graph uses
     * @param loss shape [1]
     * @param passes the training passes written into the graph, in the order in which they update running statistics
     * @param outputs what else can be read after a run
     */
    public static TrainingPlan compile(
            TrainedNet net, Graph graph, Tensor loss, List<Pass> passes, Map<String, Tensor> outputs) {
        Tensor one = graph.constant("one", Nd4j.ones(graph.type(), 1));
        Map<Tensor, Tensor> gradients = graph.gradients(Map.of(loss, one));
        PlanBuilder builder = Plan.of(graph).output("loss", loss).outputs(outputs);
        NetState state = net.state();
        state.bind(graph, builder);
        FlatLayout layout = state.layout().parameters();
        for (Tensor parameter : graph.parameters()) {
            Tensor gradient = gradients.get(parameter);
            if (gradient != null) {
                String name = parameter.name();
                builder.output("gradient/" + name, gradient).at(gradient, layout.view(net.gradients(), name));
            }
        }
        averageNumbers(net, loss, outputs.values(), builder);
        List<TrackedPass> tracked = new ArrayList<>();
        for (Pass pass : passes) {
            tracked.add(tracked(pass, state, builder, tracked.size()));
        }
        return new TrainingPlan(builder.compile(), net, tracked);
    }

    /** On several devices, one-element outputs live beside the gradients and are averaged with them. */
    private static void averageNumbers(TrainedNet net, Tensor loss, Collection<Tensor> outputs, PlanBuilder builder) {
        if (net.group().isAlone()) {
            return;
        }
        Set<Tensor> numbers = new LinkedHashSet<>(Set.of(loss));
        outputs.stream().filter(output -> output.length() == 1).forEach(numbers::add);
        if (numbers.size() > TrainedNet.NUMBERS) {
            throw new IllegalArgumentException("a step on several devices reports at most " + TrainedNet.NUMBERS
                    + " numbers, not " + numbers.size());
        }
        int index = 0;
        for (Tensor number : numbers) {
            builder.at(number, net.number(index++));
        }
    }

    private static TrackedPass tracked(Pass pass, NetState state, PlanBuilder builder, int index) {
        FlatLayout buffers = state.layout().buffers();
        INDArray batch = buffers.zeros(state.buffers().dataType());
        List<TrackedLayer> layers = new ArrayList<>();
        for (BatchStatistics layer : pass.statistics()) {
            layers.add(new TrackedLayer(layer.layer(), layer.momentum(), layer.count()));
            collect(builder, index, layer.meanBuffer(), layer.mean(), buffers.view(batch, layer.meanBuffer()));
            collect(
                    builder,
                    index,
                    layer.varianceBuffer(),
                    layer.variance(),
                    buffers.view(batch, layer.varianceBuffer()));
        }
        return new TrackedPass(
                new RunningStatistics(buffers, layers, state.buffers().dataType()), batch);
    }

    private static void collect(PlanBuilder builder, int pass, String name, Tensor tensor, INDArray place) {
        builder.output("pass" + pass + "/" + name, tensor).at(tensor, place);
    }

    /**
     * Forward, backward, the average over the devices, running statistics. Inputs must have been written. With {@code
     * -Dprofile=true} the time of every kind of operation is logged now and then.
     */
    public void run() {
        if (profiled) {
            plan.run(profile);
            if (profile.runs() % RUNS_PER_PROFILE == 0) {
                LOG.info("{}; {}", plan.memory(), profile);
            }
        } else {
            plan.run();
        }
        net.average();
        for (TrackedPass pass : passes) {
            pass.statistics().update(net.buffers(), pass.batch(), net.counters());
        }
    }

    /** From now on notes how long every operation takes, as {@code -Dprofile=true} does from the beginning. */
    public void startProfile() {
        profiled = true;
    }

    /** Times of the profiled runs so far; empty without {@code -Dprofile=true} or {@link #startProfile}. */
    public Profile profile() {
        return profile;
    }

    /** Writes an input, row-major. */
    public void write(String input, float[] values) {
        plan.write(input, values);
    }

    /** An output of one element, its mean over the devices; {@code loss} is always there. */
    public double number(String output) {
        return plan.number(output);
    }

    /** The compiled graph, for its inputs, outputs, memory and print. */
    public Plan plan() {
        return plan;
    }
}
