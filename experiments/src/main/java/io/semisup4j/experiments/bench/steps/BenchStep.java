package io.semisup4j.experiments.bench.steps;

import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.nets.state.NetState;
import java.util.List;
import java.util.Map;

/** A training step on fixed random inputs, described so that another program can repeat it. */
public interface BenchStep {

    /** Names and shapes of the net's arrays. */
    NetLayout layout();

    /** What the step reads at every run; the same numbers at every call. */
    List<StepInput> inputs();

    /** Compiles the step on its inputs; training changes the state in place. */
    ReadyStep prepare(NetState state);

    /** What the peer has to know beside weights and inputs: net, loss and optimiser. */
    Map<String, Object> peer();
}
