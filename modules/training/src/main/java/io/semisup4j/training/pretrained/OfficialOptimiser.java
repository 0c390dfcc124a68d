package io.semisup4j.training.pretrained;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.flat.Slot;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.training.optimiser.ParameterGroup;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.torch.TorchFile;
import io.semisup4j.weights.torch.TorchTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The part {@code opt} of an official checkpoint: SGD's momentum buffers by number. Numbers run over the tensors of the
 * first parameter group in the order of the state dictionary, then over those of the second. The buffers are those of
 * {@link Sgd}: they contain the learning rates and point downhill.
 *
 * @param path for messages
 * @param groups the parameter groups
 * @param buffers by number; empty before the first step
 */
public record OfficialOptimiser(String path, List<Group> groups, Map<Long, TorchTensor> buffers) {

    /** One parameter group: numbers of its tensors, and its settings by torch's names. */
    public record Group(List<Long> numbers, Map<?, ?> settings) {}

    /**
     * The buffers under the names of the parameters that they belong to; what belongs to none keeps its number.
     *
     * @param rules the groups that the parameters fall into, in the file's order
     * @throws WeightsException if the file's groups are not of these sizes
     */
    public StateDict momentum(ParameterGroups rules, FlatLayout parameters) {
        Map<Long, String> names = names(rules, parameters);
        Map<String, TorchTensor> named = new LinkedHashMap<>();
        buffers.forEach((number, buffer) -> named.put(names.getOrDefault(number, "opt.state[" + number + "]"), buffer));
        return StateDict.of(TorchFile.source(path, named));
    }

    private Map<Long, String> names(ParameterGroups rules, FlatLayout parameters) {
        Map<ParameterGroup, List<String>> ours = new LinkedHashMap<>();
        rules.groups().forEach(group -> ours.put(group, new ArrayList<>()));
        Map<Slot, ParameterGroup> assigned = rules.assign(parameters);
        assigned.forEach((slot, group) -> ours.get(group).add(slot.name()));
        List<Integer> found =
                groups.stream().map(group -> group.numbers().size()).toList();
        if (!found.equals(ours.values().stream().map(List::size).toList())) {
            String expected = ours.entrySet().stream()
                    .map(entry ->
                            entry.getValue().size() + " (" + entry.getKey().name() + ")")
                    .collect(Collectors.joining(", "));
            throw new WeightsException(path + " has an optimiser for parameter groups of " + found
                    + " tensors, but those of this network have " + expected + ".");
        }
        List<String> inOrder = ours.values().stream().flatMap(List::stream).toList();
        List<Long> numbers =
                groups.stream().flatMap(group -> group.numbers().stream()).toList();
        Map<Long, String> names = new LinkedHashMap<>();
        for (int i = 0; i < inOrder.size(); i++) {
            names.put(numbers.get(i), inOrder.get(i));
        }
        return names;
    }

    /**
     * Fills the momentum of an optimiser; strict. A file from before the first step leaves it at 0.
     *
     * @param layout of the optimiser's network
     * @throws WeightsException naming every tensor whose buffer is missing, unexpected or of another shape
     */
    public void load(Sgd optimiser, NetLayout layout) {
        StateDict momentum = momentum(optimiser.settings().groups(), layout.parameters());
        if (buffers.isEmpty()) {
            optimiser.momentum().assign(0);
            return;
        }
        WeightsException.at(path + ", momentum of the optimiser", () -> {
            OfficialState.loadParameters(layout, optimiser.momentum(), momentum);
            return layout;
        });
    }

    /** Sentences about settings that the file's program had and this one has not; they do not forbid to continue. */
    public List<String> differences(SgdSettings settings) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Map<?, ?> theirs = groups.get(i).settings();
            ParameterGroup ours = settings.groups().groups().get(i);
            compare(found, ours.name(), theirs, "momentum", settings.momentum());
            compare(found, ours.name(), theirs, "nesterov", settings.nesterov());
            compare(found, ours.name(), theirs, "weight_decay", ours.weightDecay());
        }
        return found;
    }

    private void compare(List<String> found, String group, Map<?, ?> theirs, String setting, Object ours) {
        Object value = theirs.get(setting) instanceof Long whole ? whole.doubleValue() : theirs.get(setting);
        if (!Objects.equals(value, ours)) {
            found.add(
                    path + " was trained with " + setting + " " + value + " (" + group + "); now it is " + ours + ".");
        }
    }
}
