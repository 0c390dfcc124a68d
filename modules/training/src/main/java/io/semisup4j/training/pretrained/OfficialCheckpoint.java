package io.semisup4j.training.pretrained;

import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.torch.TorchFile;
import io.semisup4j.weights.torch.TorchTensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A checkpoint of the published programs of PAWS: a dictionary with {@code encoder} (all of them), {@code opt} and
 * {@code epoch}; or a bare state dictionary.
 *
 * @param path for messages
 * @param file the open file; values are read lazily from it
 */
public record OfficialCheckpoint(Path path, TorchFile file) {
    private static final String ENCODER = "encoder";
    private static final String OPTIMISER = "opt";
    private static final String EPOCH = "epoch";
    /** Data-parallel training puts it before every name. */
    private static final String MODULE = "module.";

    /** @throws WeightsException if it is no torch file, or a damaged one */
    public static OfficialCheckpoint open(Path path) {
        return new OfficialCheckpoint(path, TorchFile.open(path));
    }

    /** The weights without {@code module.}, wherever it stands in their names. */
    public Pretrained pretrained() {
        StateDict weights = StateDict.of(file.has(ENCODER) ? file.tensors(ENCODER) : file.tensors());
        return new Pretrained(
                path,
                Pretrained.Kind.OFFICIAL,
                "",
                WeightsException.at(path.toString(), () -> weights.stripEverywhere(MODULE)),
                epoch(),
                OptionalLong.empty());
    }

    /** Epochs done, if the file says so. */
    public OptionalInt epoch() {
        return file.has(EPOCH) && file.at(EPOCH) instanceof Long epoch && epoch >= 0 && epoch <= Integer.MAX_VALUE
                ? OptionalInt.of(epoch.intValue())
                : OptionalInt.empty();
    }

    /**
     * The optimiser's state.
     *
     * @throws WeightsException if there is none, or it is not that of SGD with momentum
     */
    public OfficialOptimiser optimiser() {
        if (!file.has(OPTIMISER)) {
            throw new WeightsException(path + " has no optimiser state ('" + OPTIMISER + "'), so no training can be"
                    + " continued from it. Its weights alone can begin a new one: use initFrom.");
        }
        return new OfficialOptimiser(path.toString(), groups(), buffers());
    }

    private List<OfficialOptimiser.Group> groups() {
        List<OfficialOptimiser.Group> groups = new ArrayList<>();
        for (Object entry : list(file.at(OPTIMISER, "param_groups"))) {
            if (!(entry instanceof Map<?, ?> settings)) {
                throw foreign("a parameter group is no dictionary");
            }
            List<Long> numbers =
                    list(settings.get("params")).stream().map(this::number).toList();
            groups.add(new OfficialOptimiser.Group(numbers, settings));
        }
        return groups;
    }

    private Map<Long, TorchTensor> buffers() {
        if (!(file.at(OPTIMISER, "state") instanceof Map<?, ?> state)) {
            throw foreign("its state is no dictionary");
        }
        Map<Long, TorchTensor> buffers = new LinkedHashMap<>();
        state.forEach((number, entry) -> {
            if (!(entry instanceof Map<?, ?> map) || !(map.get("momentum_buffer") instanceof TorchTensor buffer)) {
                throw foreign("there is no momentum_buffer for its tensor " + number);
            }
            buffers.put(number(number), buffer);
        });
        return buffers;
    }

    private List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw foreign("a list of parameter groups or tensors is missing");
    }

    private long number(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw foreign("a tensor's number is not a whole number");
    }

    private WeightsException foreign(String what) {
        return new WeightsException(path + " has an optimiser state ('" + OPTIMISER + "') that is not SGD's with"
                + " momentum: " + what + ".");
    }
}
