package io.semisup4j.engine.plan;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One step of a finished plan.
 *
 * @param name the operation's kind
 * @param provider who computes it
 * @param description its arrays with shapes and formats
 */
record PlannedOp(String name, String provider, String description, Runnable run) {

    static PlannedOp of(Step step, Runnable run) {
        String in = step.inputs().stream().map(PlannedOp::describe).collect(Collectors.joining(", "));
        String out = step.outputs().stream().map(PlannedOp::describe).collect(Collectors.joining(", "));
        return new PlannedOp(step.name(), step.provider(), in + " -> " + out, run);
    }

    static String describe(Value value) {
        return value == null ? "-" : value.name + Arrays.toString(value.shape) + ":" + value.format;
    }
}
