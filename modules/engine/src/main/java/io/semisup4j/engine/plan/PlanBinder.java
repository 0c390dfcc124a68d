package io.semisup4j.engine.plan;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.kernels.Constants;
import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.KernelArrays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gives every value its memory and binds every kernel to its arrays. */
final class PlanBinder {
    private final DataType type;
    private final List<Step> steps;
    private final Map<String, INDArray> inputs;
    private final Map<String, Value> outputs;
    private final List<Region> regions = new ArrayList<>();
    private INDArray arena;

    PlanBinder(DataType type, List<Step> steps, Map<String, INDArray> inputs, Map<String, Value> outputs) {
        this.type = type;
        this.steps = steps;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** Gives every intermediate its place; no memory is taken. */
    PlanMemory layOut() {
        for (int i = 0; i < steps.size(); i++) {
            assignRegions(steps.get(i), i);
        }
        long length = ArenaLayout.place(regions);
        long unshared = regions.stream().mapToLong(region -> region.size).sum();
        return new PlanMemory(length, unshared, type.width());
    }

    Plan bind() {
        PlanMemory memory = layOut();
        arena = AlignedMemory.of(type, Math.max(1, memory.arenaElements()));
        Constants constants = new Constants(type);
        List<PlannedOp> ops = new ArrayList<>();
        for (Step step : steps) {
            KernelArrays arrays =
                    new KernelArrays(arrays(step.inputs()), arrays(step.outputs()), arrays(step.scratch()), constants);
            ops.add(PlannedOp.of(step, bound(step, arrays)));
        }
        Map<String, INDArray> results = new LinkedHashMap<>();
        outputs.forEach((name, value) -> results.put(name, array(value)));
        return new Plan(ops, inputs, results, memory);
    }

    private static Runnable bound(Step step, KernelArrays arrays) {
        try {
            return step.kernel().bind(arrays);
        } catch (RuntimeException failure) {
            throw new IllegalStateException(
                    "the " + step.provider() + " kernel of " + step.name() + " cannot be bound: "
                            + step.inputs().stream().map(PlannedOp::describe).toList(),
                    failure);
        }
    }

    private void assignRegions(Step step, int index) {
        for (int k = 0; k < step.outputs().size(); k++) {
            Value value = step.outputs().get(k);
            if (value == null || value.given != null) {
                continue;
            }
            Region taken = k == 0 ? overwritten(step, value, index) : null;
            if (taken != null) {
                taken.lastStep = Math.max(taken.lastStep, value.lastStep);
                value.region = taken;
            } else {
                value.region = newRegion(value);
            }
        }
        step.scratch().forEach(value -> value.region = newRegion(value));
    }

    private Region newRegion(Value value) {
        Region region = new Region(value.storage(), value.firstStep, value.lastStep);
        regions.add(region);
        return region;
    }

    /** The region of the input that the first output may take over, if this step is the last to read it. */
    private static Region overwritten(Step step, Value output, int index) {
        int position = step.kernel().overwrites();
        if (position < 0) {
            return null;
        }
        Value input = step.inputs().get(position);
        Value root = input.root();
        long readers = step.inputs().stream()
                .filter(v -> v != null && v.root() == root)
                .count();
        boolean free = root.region != null
                && root.lastStep == index
                && readers == 1
                && input.format.equals(output.format)
                && root.storage() == output.storage();
        return free ? root.region : null;
    }

    private INDArray[] arrays(List<Value> values) {
        return values.stream().map(this::array).toArray(INDArray[]::new);
    }

    private INDArray array(Value value) {
        if (value == null || value.storage() == 0) {
            return null;
        }
        Value root = value.root();
        long[] shape = value.format == Format.PLAIN ? value.shape : new long[] {value.storage()};
        return root.given != null
                ? Views.of(root.given, value.rootOffset(), shape)
                : Views.of(arena, root.region.offset + value.rootOffset(), shape);
    }
}
