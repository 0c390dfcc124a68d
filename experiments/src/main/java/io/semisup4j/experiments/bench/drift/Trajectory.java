package io.semisup4j.experiments.bench.drift;

import io.semisup4j.nets.state.Declaration;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.weights.TensorSource;
import java.util.List;

/**
 * What some training steps came to.
 *
 * @param losses of each step, before its update
 * @param parameters all values after the last step, in the layout's order and official axes
 * @param buffers running statistics, likewise
 */
record Trajectory(double[] losses, float[] parameters, float[] buffers) {

    /** With the values of a state dictionary under official names, which may have other arrays, too. */
    static Trajectory of(List<Double> losses, NetLayout layout, TensorSource state) {
        return new Trajectory(
                losses.stream().mapToDouble(loss -> loss).toArray(),
                values(layout.of(Declaration.Kind.PARAMETER), state),
                values(layout.of(Declaration.Kind.BUFFER), state));
    }

    private static float[] values(List<Declaration> declarations, TensorSource state) {
        float[] all = new float
                [Math.toIntExact(
                        declarations.stream().mapToLong(Declaration::length).sum())];
        int end = 0;
        for (Declaration declaration : declarations) {
            float[] tensor = state.read(declaration.name()).toFloats();
            System.arraycopy(tensor, 0, all, end, tensor.length);
            end += tensor.length;
        }
        return all;
    }

    /**
     * How many losses, parameters and running statistics are not the other's to the last bit; NaN equals only the same
     * NaN, and 0 is not -0.
     */
    long differingBits(Trajectory other) {
        long count = differing(parameters, other.parameters) + differing(buffers, other.buffers);
        for (int i = 0; i < losses.length; i++) {
            count += Double.doubleToRawLongBits(losses[i]) == Double.doubleToRawLongBits(other.losses[i]) ? 0 : 1;
        }
        return count;
    }

    private static long differing(float[] ours, float[] others) {
        long count = 0;
        for (int i = 0; i < ours.length; i++) {
            count += Float.floatToRawIntBits(ours[i]) == Float.floatToRawIntBits(others[i]) ? 0 : 1;
        }
        return count;
    }
}
