package io.semisup4j.training.checkpoint;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The memory of a contiguous vector, piece by piece as byte buffers: nothing is copied to the Java heap, whatever the
 * vector's size. Every platform that ND4J runs on is little-endian, so these bytes are the file format.
 */
final class NativeBytes {
    private static final long PIECE = 4 << 20;

    /** Does something with one piece; it must use up the buffer. */
    @FunctionalInterface
    interface Consumer<E extends Exception> {
        void accept(ByteBuffer piece) throws E;
    }

    private NativeBytes() {}

    /** Number of bytes of the vector. */
    static long size(INDArray vector) {
        return vector.length() * vector.dataType().width();
    }

    /** Offers the vector's memory in order, for reading. */
    static <E extends Exception> void read(INDArray vector, Consumer<E> consumer) throws E {
        Nd4j.getAffinityManager().ensureLocation(vector, AffinityManager.Location.HOST);
        pieces(vector, consumer);
    }

    /** Offers the vector's memory in order, for writing. */
    static <E extends Exception> void write(INDArray vector, Consumer<E> consumer) throws E {
        Nd4j.getAffinityManager().ensureLocation(vector, AffinityManager.Location.HOST);
        pieces(vector, consumer);
        Nd4j.getAffinityManager().tagLocation(vector, AffinityManager.Location.HOST);
    }

    private static <E extends Exception> void pieces(INDArray vector, Consumer<E> consumer) throws E {
        long begin = vector.offset() * vector.dataType().width();
        long bytes = size(vector);
        BytePointer memory = new BytePointer(vector.data().pointer());
        for (long done = 0; done < bytes; done += PIECE) {
            long piece = Math.min(PIECE, bytes - done);
            memory.limit(begin + done + piece).position(begin + done);
            consumer.accept(memory.asByteBuffer());
        }
    }
}
