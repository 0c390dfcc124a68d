package io.semisup4j.nets.state;

import org.nd4j.linalg.api.ndarray.INDArray;

/** How the axes of an array here follow from those in official (PyTorch) files. */
public enum AxisOrder {
    /** The same order. */
    SAME(null, null),
    /** Convolution weights: O, I, kH, kW in official files, kH, kW, I, O here. */
    CONVOLUTION(new int[] {3, 2, 0, 1}, new int[] {2, 3, 1, 0});

    private final int[] toOfficial;
    private final int[] fromOfficial;

    AxisOrder(int[] toOfficial, int[] fromOfficial) {
        this.toOfficial = toOfficial;
        this.fromOfficial = fromOfficial;
    }

    /** The official shape of an array of the given shape here. */
    public long[] officialShape(long[] shape) {
        if (toOfficial == null) {
            return shape.clone();
        }
        long[] official = new long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            official[i] = shape[toOfficial[i]];
        }
        return official;
    }

    /** The same memory with official axes. */
    public INDArray toOfficial(INDArray array) {
        return toOfficial == null ? array : array.permute(toOfficial);
    }

    /** The same memory with the axes used here. */
    public INDArray fromOfficial(INDArray official) {
        return fromOfficial == null ? official : official.permute(fromOfficial);
    }
}
