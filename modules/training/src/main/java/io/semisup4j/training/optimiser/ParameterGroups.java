package io.semisup4j.training.optimiser;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.flat.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups that the parameters of a network fall into. Every parameter belongs to exactly one group; a parameter that
 * no rule or more than one rule covers is refused by name.
 *
 * @param groups the groups
 */
public record ParameterGroups(List<ParameterGroup> groups) {

    public ParameterGroups {
        groups = List.copyOf(groups);
    }

    /** The groups, in the order given. */
    public static ParameterGroups of(ParameterGroup... groups) {
        return new ParameterGroups(List.of(groups));
    }

    /**
     * The two groups of PAWS and SimCLR+CT: names with "bias" or "bn" are neither decayed nor adapted, all others are.
     * The scales of downsampling batch norms ({@code downsample.1.weight}) contain neither word, so they are decayed
     * and adapted, as in the published code.
     */
    public static ParameterGroups biasAndBnExcluded(double weightDecay) {
        ParameterRule excluded = ParameterRule.nameContains("bias", "bn");
        return of(
                new ParameterGroup("weights", excluded.negated(), weightDecay, true),
                new ParameterGroup("bias and bn", excluded, 0, false));
    }

    /** One group for all parameters. */
    public static ParameterGroups single(double weightDecay, boolean adapted) {
        return of(new ParameterGroup("all", parameter -> true, weightDecay, adapted));
    }

    /**
     * The group of every parameter of a layout, in the layout's order.
     *
     * @throws IllegalArgumentException naming every parameter that is covered by no rule or by several
     */
    public Map<Slot, ParameterGroup> assign(FlatLayout layout) {
        Map<Slot, ParameterGroup> assigned = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Slot parameter : layout.slots()) {
            List<ParameterGroup> covering =
                    groups.stream().filter(g -> g.rule().covers(parameter)).toList();
            if (covering.size() == 1) {
                assigned.put(parameter, covering.get(0));
            } else {
                problems.add(
                        "'" + parameter.name() + "' belongs to " + (covering.isEmpty() ? "no group" : names(covering)));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("every parameter must belong to exactly one of the parameter groups "
                    + names(groups) + ", but " + String.join(", ", problems));
        }
        return assigned;
    }

    private static List<String> names(List<ParameterGroup> groups) {
        return groups.stream().map(ParameterGroup::name).toList();
    }
}
