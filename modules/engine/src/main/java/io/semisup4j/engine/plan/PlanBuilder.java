package io.semisup4j.engine.plan;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.kernels.KernelProvider;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Says what a plan computes and where parameters, buffers and results live. */
public final class PlanBuilder {
    final Graph graph;
    final Map<String, Tensor> outputs = new LinkedHashMap<>();
    final Map<Tensor, INDArray> memory = new LinkedHashMap<>();
    List<KernelProvider> providers = Providers.found();

    PlanBuilder(Graph graph) {
        this.graph = Objects.requireNonNull(graph);
    }

    /** A result that can be read under this name after every run. */
    public PlanBuilder output(String name, Tensor tensor) {
        outputs.put(name, tensor);
        return this;
    }

    /** Several results; see {@link #output}. */
    public PlanBuilder outputs(Map<String, Tensor> tensors) {
        outputs.putAll(tensors);
        return this;
    }

    /** A parameter, buffer, input or result lives in this row-major array, which may be a view. */
    public PlanBuilder at(Tensor tensor, INDArray array) {
        if (array.length() != tensor.length()) {
            throw new IllegalArgumentException(tensor + " cannot live in an array of " + array.length() + " elements");
        }
        memory.put(tensor, array);
        return this;
    }

    /** Tensors live in a flat vector under their own names. */
    public PlanBuilder at(Collection<Tensor> tensors, FlatLayout layout, INDArray vector) {
        tensors.forEach(tensor -> at(tensor, layout.view(vector, tensor.name())));
        return this;
    }

    /** Only these kernels, asked in this order; without the call, all that are found. */
    public PlanBuilder kernels(List<KernelProvider> only) {
        providers = List.copyOf(only);
        return this;
    }

    /** These tensors live outside the plan, in arrays that need not exist yet: enough to {@link #measure()} it. */
    public PlanBuilder outside(Collection<Tensor> tensors) {
        tensors.forEach(tensor -> memory.put(tensor, Nd4j.empty(graph.type())));
        return this;
    }

    /** What the plan's intermediates would occupy, found without taking that memory or the memory of its inputs. */
    public PlanMemory measure() {
        graph.inputs().forEach(input -> memory.putIfAbsent(input, Nd4j.empty(graph.type())));
        return new PlanCompiler(this).measure();
    }

    /** Compiles; whatever is missing is said in one sentence a thing. */
    public Plan compile() {
        return new PlanCompiler(this).compile();
    }
}
