package io.semisup4j.engine.collective;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The devices that train together, as one of them sees them. Every device computes on a thread of its own; operations
 * of a group wait for all of its devices.
 */
public final class Group {
    private static final Group ALONE = new Group(null, 1, 0);

    private final Exchange exchange;
    private final int size;
    private final int rank;

    Group(Exchange exchange, int size, int rank) {
        this.exchange = exchange;
        this.size = size;
        this.rank = rank;
    }

    /** One device that exchanges nothing. */
    public static Group alone() {
        return ALONE;
    }

    /** W, the number of devices, at least 1. */
    public int size() {
        return size;
    }

    /** r, which of them this is, 0 to W - 1. */
    public int rank() {
        return rank;
    }

    /** Whether there is nobody to exchange anything with. */
    public boolean isAlone() {
        return size == 1;
    }

    /**
     * Sends {@code outgoing[k]} to device k and copies what device k sends here into {@code incoming[k]}; every device
     * must call it. After the call the outgoing arrays may be overwritten.
     *
     * @param what names the exchange; it must be the same on all devices
     * @param outgoing W arrays
     * @param incoming W arrays of the shapes that arrive
     * @throws ReleasedException if another device has failed
     */
    public void swap(String what, INDArray[] outgoing, INDArray[] incoming) {
        meeting().swap(rank, what, outgoing, incoming);
    }

    /**
     * Waits until all devices have come to this point.
     *
     * @throws ReleasedException if another device has failed
     */
    public void meet(String what) {
        swap(what, new INDArray[0], new INDArray[0]);
    }

    private Exchange meeting() {
        return Optional.ofNullable(exchange)
                .orElseThrow(() -> new IllegalStateException("one device alone has nobody to exchange arrays with"));
    }
}
