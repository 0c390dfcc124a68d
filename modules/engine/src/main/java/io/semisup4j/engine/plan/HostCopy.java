package io.semisup4j.engine.plan;

import java.nio.DoubleBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies numbers of the Java heap into arrays without making another array. */
final class HostCopy {
    private HostCopy() {}

    /** Overwrites a contiguous row-major array with as many values. */
    static void write(float[] values, INDArray target) {
        int offset = Math.toIntExact(target.offset());
        if (target.dataType() == DataType.FLOAT) {
            target.data().asNioFloat().position(offset).put(values, 0, values.length);
        } else {
            DoubleBuffer buffer = target.data().asNioDouble().position(offset);
            for (float value : values) {
                buffer.put(value);
            }
        }
        // On a GPU the next kernel must fetch what the host has written.
        Nd4j.getAffinityManager().tagLocation(target, AffinityManager.Location.HOST);
    }
}
