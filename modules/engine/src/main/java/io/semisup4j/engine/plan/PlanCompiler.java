package io.semisup4j.engine.plan;

import io.semisup4j.engine.graph.GraphOp;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelProvider;
import io.semisup4j.engine.kernels.Precision;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.FormatSpec;
import io.semisup4j.engine.spec.OpSpec;
import io.semisup4j.engine.spec.ViewSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Turns the needed operations into steps: chooses kernels, settles formats, inserts reorders. */
final class PlanCompiler {
    private record Chosen(Kernel kernel, String provider) {}

    private final PlanBuilder request;
    private final SameDiff samediff;
    private final Precision precision;
    private final List<Step> steps = new ArrayList<>();
    /** Every tensor in the formats it exists in; the first is the one it was made in. */
    private final Map<String, Map<Format, Value>> values = new HashMap<>();

    private final Map<String, INDArray> inputs = new LinkedHashMap<>();
    private Set<String> read;
    private Readers readers;

    PlanCompiler(PlanBuilder request) {
        this.request = request;
        this.samediff = request.graph.samediff();
        this.precision = Precisions.settled(request.precision, request.graph.type(), request.providers);
    }

    Plan compile() {
        return binder().bind();
    }

    /** The arena of the plan without the plan. */
    PlanMemory measure() {
        return binder().layOut();
    }

    private PlanBinder binder() {
        NeededOps needed = NeededOps.of(samediff, request.outputs.values());
        read = new HashSet<>(needed.read());
        request.outputs.values().forEach(tensor -> read.add(tensor.name()));
        readers = Readers.of(needed.ops(), request.outputs.values());
        addLeaves(needed);
        needed.ops().forEach(this::addOp);
        Map<String, Value> outputs = new LinkedHashMap<>();
        request.outputs.forEach((name, tensor) -> outputs.put(name, output(tensor)));
        return new PlanBinder(request.graph.type(), steps, inputs, outputs);
    }

    private void addLeaves(NeededOps needed) {
        List<String> homeless = new ArrayList<>();
        List<Tensor> leaves = new ArrayList<>(request.graph.inputs());
        leaves.addAll(request.graph.parameters());
        leaves.addAll(request.graph.buffers());
        for (Tensor leaf : leaves) {
            if (!needed.leaves().contains(leaf.name())) {
                continue;
            }
            INDArray array = request.memory.get(leaf);
            if (array == null && leaf.role() == Tensor.Role.INPUT) {
                array = Nd4j.zeros(request.graph.type(), leaf.shape());
            }
            if (array == null) {
                homeless.add(leaf.toString());
                continue;
            }
            if (leaf.role() == Tensor.Role.INPUT) {
                inputs.put(leaf.name(), array);
            }
            addGiven(leaf.name(), leaf.shape(), array);
        }
        if (!homeless.isEmpty()) {
            throw new IllegalArgumentException(
                    "a plan must be told where these parameters and buffers live: " + homeless);
        }
        needed.constants().forEach(name -> {
            INDArray array = samediff.getVariable(name).getArr();
            addGiven(name, array.shape(), array);
        });
    }

    private void addGiven(String name, long[] shape, INDArray array) {
        Value value = new Value(name, shape, Format.PLAIN);
        value.given = array;
        add(name, value);
    }

    private void addOp(SameDiffOp node) {
        GraphOp op = (GraphOp) node.getOp();
        List<Value> sources =
                node.getInputsToOp().stream().map(this::firstFormat).toList();
        if (op.spec() instanceof ViewSpec view) {
            addView(
                    view,
                    sources.get(0),
                    node.getOutputsOfOp().get(0),
                    op.outputShapes().get(0));
            return;
        }
        List<Boolean> wanted =
                node.getOutputsOfOp().stream().map(read::contains).toList();
        Signature signature = new Signature(
                request.graph.type(),
                precision,
                sources.stream().map(value -> value.shape).toList(),
                sources.stream().map(value -> value.format).toList(),
                op.outputShapes(),
                wanted,
                node.getOutputsOfOp().stream().map(readers::of).toList());
        Chosen chosen = choose(op.spec(), signature);
        List<Value> ins = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Format format = chosen.kernel().formats().inputs().get(i);
            ins.add(format == Format.NOTHING ? null : inFormat(sources.get(i).name, format));
        }
        List<Value> outs = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Format format = chosen.kernel().formats().outputs().get(i);
            Value value =
                    new Value(node.getOutputsOfOp().get(i), op.outputShapes().get(i), format);
            add(value.name, value);
            outs.add(wanted.get(i) && value.storage() > 0 ? value : null);
        }
        addStep(op.spec().opName(), chosen, ins, outs);
    }

    /** A whole array in row-major order can be read in another shape whatever its numbers; a part of one must be plain. */
    private void addView(ViewSpec view, Value source, String name, long[] shape) {
        boolean whole = view.offset() == 0 && length(shape) == length(source.shape);
        Value base = whole && source.format.rowMajor() ? source : inFormat(source.name, Format.PLAIN);
        add(name, base.view(name, shape, view.offset()));
    }

    private static long length(long[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    private void addStep(String name, Chosen chosen, List<Value> ins, List<Value> outs) {
        int step = steps.size();
        List<Value> scratch = new ArrayList<>();
        for (long[] shape : chosen.kernel().scratch()) {
            Value temporary = new Value("scratch", shape, Format.PLAIN);
            temporary.madeAt(step);
            scratch.add(temporary);
        }
        ins.stream().filter(Objects::nonNull).forEach(value -> value.readAt(step));
        outs.stream().filter(Objects::nonNull).forEach(value -> value.madeAt(step));
        steps.add(new Step(name, chosen.provider(), chosen.kernel(), ins, outs, scratch));
    }

    /** The value in the wanted format; a reorder is inserted at its first use. */
    private Value inFormat(String name, Format format) {
        Map<Format, Value> formats = values.get(name);
        Value known = formats.get(format);
        if (known != null) {
            return known;
        }
        Value source = firstFormat(name);
        Value target = new Value(name, source.shape, format);
        copy(source, target);
        formats.put(format, target);
        return target;
    }

    private void copy(Value source, Value target) {
        Signature signature = new Signature(
                request.graph.type(),
                precision,
                List.of(source.shape),
                List.of(source.format),
                List.of(target.shape),
                List.of(true),
                List.of(List.of()));
        Chosen chosen = choose(new FormatSpec.Reorder(source.format, target.format), signature);
        addStep("reorder." + source.format + "-" + target.format, chosen, List.of(source), List.of(target));
    }

    /** A requested result: plain, kept after the run, and at its place if it has one. */
    private Value output(Tensor tensor) {
        Value value = inFormat(tensor.name(), Format.PLAIN);
        INDArray place = request.memory.get(tensor);
        if (place != null && value.given == null && value.base == null) {
            value.given = place;
        } else if (place != null && value.given != place) {
            Value copy = new Value(tensor.name(), value.shape, Format.PLAIN);
            copy.given = place;
            copy(value, copy);
            value = copy;
        }
        value.readAt(Value.FOR_EVER);
        return value;
    }

    private Chosen choose(OpSpec spec, Signature signature) {
        for (KernelProvider provider : request.providers) {
            Optional<Kernel> kernel = provider.kernel(spec, signature);
            if (kernel.isPresent()) {
                return new Chosen(kernel.get(), provider.name());
            }
        }
        throw new IllegalStateException("no kernel computes " + spec + " in " + request.graph.type() + "; asked: "
                + request.providers.stream().map(KernelProvider::name).toList());
    }

    private void add(String name, Value value) {
        values.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(value.format, value);
    }

    private Value firstFormat(String name) {
        return values.get(name).values().iterator().next();
    }
}
