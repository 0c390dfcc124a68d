package io.semisup4j.experiments.architecture;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What no kernel of ND4J's provider may look like; nobody calls it. */
final class HostLoop {
    private HostLoop() {}

    static void square(INDArray x, INDArray y) {
        for (long i = 0; i < x.length(); i++) {
            double value = x.getDouble(i);
            y.putScalar(i, value * value);
        }
    }

    static float first(INDArray x) {
        return x.data().getFloat(0);
    }
}
