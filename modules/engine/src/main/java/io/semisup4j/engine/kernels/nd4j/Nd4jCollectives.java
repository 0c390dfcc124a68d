package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.collective.CollectiveSpec;
import io.semisup4j.engine.collective.Group;
import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Exchanges between devices; sums over devices run in the same order everywhere, so that all get the same bits. */
final class Nd4jCollectives {
    private Nd4jCollectives() {}

    static Kernel gather(CollectiveSpec.Gather spec, Signature signature) {
        return PlainKernel.of(signature, (steps, arrays) -> {
            Group group = spec.group();
            INDArray[] outgoing = everyone(group, Matrix.row(arrays.input(0)));
            INDArray[] incoming = parts(group, arrays.output(0));
            steps.then(swap(group, spec.opName(), outgoing, incoming));
        });
    }

    static Kernel gatherGradient(CollectiveSpec.GatherGradient spec, Signature signature) {
        return PlainKernel.of(signature, (steps, arrays) -> {
                    Group group = spec.group();
                    INDArray[] outgoing = parts(group, arrays.input(0));
                    INDArray[] incoming = parts(group, arrays.scratch(0));
                    steps.then(swap(group, spec.opName(), outgoing, incoming))
                            .product(
                                    arrays.constants().onesRow(group.size()),
                                    arrays.scratch(0),
                                    Matrix.row(arrays.output(0)));
                })
                .withScratch(rowForEach(spec.group(), signature.output(0)));
    }

    static Kernel mean(CollectiveSpec.Mean spec, Signature signature) {
        return PlainKernel.of(signature, (steps, arrays) -> {
                    Group group = spec.group();
                    INDArray[] outgoing = everyone(group, Matrix.row(arrays.input(0)));
                    INDArray[] incoming = parts(group, arrays.scratch(0));
                    steps.then(swap(group, spec.opName(), outgoing, incoming))
                            .product(
                                    arrays.constants().filled(1.0 / group.size(), 1, group.size()),
                                    arrays.scratch(0),
                                    Matrix.row(arrays.output(0)));
                })
                .withScratch(rowForEach(spec.group(), signature.output(0)));
    }

    private static Runnable swap(Group group, String name, INDArray[] outgoing, INDArray[] incoming) {
        String what = name + Arrays.toString(outgoing[0].shape());
        return () -> group.swap(what, outgoing, incoming);
    }

    /** The same array for every device. */
    private static INDArray[] everyone(Group group, INDArray array) {
        INDArray[] all = new INDArray[group.size()];
        Arrays.fill(all, array);
        return all;
    }

    /** An array cut into as many equal parts as there are devices, each read as one row. */
    private static INDArray[] parts(Group group, INDArray array) {
        long length = array.length() / group.size();
        return IntStream.range(0, group.size())
                .mapToObj(k -> Views.of(array, k * length, 1, length))
                .toArray(INDArray[]::new);
    }

    /** [W, n]: a row for each device. */
    private static long[] rowForEach(Group group, long[] shape) {
        return new long[] {group.size(), Arrays.stream(shape).reduce(1, Math::multiplyExact)};
    }
}
