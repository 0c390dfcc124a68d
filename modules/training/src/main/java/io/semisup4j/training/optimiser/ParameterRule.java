package io.semisup4j.training.optimiser;

import io.semisup4j.engine.flat.Slot;
import java.util.List;

/** Says which parameters belong to a group. */
@FunctionalInterface
public interface ParameterRule {

    /** Whether the parameter belongs to the group. */
    boolean covers(Slot parameter);

    /** Parameters whose name contains at least one of the texts, letter case respected. */
    static ParameterRule nameContains(String... parts) {
        List<String> all = List.of(parts);
        return parameter -> all.stream().anyMatch(parameter.name()::contains);
    }

    /** Parameters that this rule does not cover. */
    default ParameterRule negated() {
        return parameter -> !covers(parameter);
    }
}
