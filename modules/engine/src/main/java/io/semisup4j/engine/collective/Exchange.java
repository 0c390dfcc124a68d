package io.semisup4j.engine.collective;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where the devices of one process meet. All must come to the same exchanges in the same order. If one fails, the
 * others are released with its error wherever they wait, now or later; nobody waits for a device that will not come.
 */
public final class Exchange {
    private final int size;
    private final String[] labels;
    private final INDArray[][] offers;
    private int arrived;
    private long round;
    private int failedRank;
    private Throwable failure;

    /** A meeting place of W devices, at least 2. */
    public Exchange(int size) {
        if (size < 2) {
            throw new IllegalArgumentException("an exchange needs at least 2 devices, not " + size);
        }
        this.size = size;
        this.labels = new String[size];
        this.offers = new INDArray[size][];
    }

    /** The group as device {@code rank}, 0 to W - 1, sees it. */
    public Group group(int rank) {
        if (rank < 0 || rank >= size) {
            throw new IllegalArgumentException("there is no device " + rank + " among " + size);
        }
        return new Group(this, size, rank);
    }

    /** All devices' views of the group, in order. */
    public List<Group> groups() {
        return IntStream.range(0, size).mapToObj(this::group).toList();
    }

    /** Device {@code rank} will come no more; releases all that wait or will wait. Only the first failure counts. */
    public synchronized void fail(int rank, Throwable thrown) {
        if (failure == null) {
            failedRank = rank;
            failure = thrown;
            notifyAll();
        }
    }

    void swap(int rank, String label, INDArray[] outgoing, INDArray[] incoming) {
        // On a GPU the arrays must be finished before another device reads them.
        Nd4j.getExecutioner().commit();
        labels[rank] = label;
        offers[rank] = outgoing;
        await(rank);
        requireSame();
        for (int from = 0; from < incoming.length; from++) {
            incoming[from].assign(offers[from][rank]);
        }
        Nd4j.getExecutioner().commit();
        // Nobody may go on and overwrite what others still read.
        await(rank);
    }

    private void requireSame() {
        for (String label : labels) {
            if (!label.equals(labels[0])) {
                throw new IllegalStateException("the devices exchange different things at the same moment: "
                        + Arrays.toString(labels) + "; all must run the same graph");
            }
        }
    }

    private synchronized void await(int rank) {
        release(rank);
        arrived++;
        if (arrived == size) {
            arrived = 0;
            round++;
            notifyAll();
            return;
        }
        long mine = round;
        while (round == mine) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail(rank, new IllegalStateException("device " + rank + " was interrupted", e));
            }
            if (round == mine) {
                release(rank);
            }
        }
    }

    private void release(int rank) {
        if (failure != null) {
            throw new ReleasedException(rank, failedRank, failure);
        }
    }
}
