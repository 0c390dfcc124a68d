package io.semisup4j.data.sampling;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.random.MersenneTwister;

/**
 * Which pictures a process sees in an epoch, and in which order: all pictures are shuffled with the epoch as seed, the
 * order is padded with its own beginning to a multiple of the world size, and rank r takes every world-th of them
 * (PyTorch's DistributedSampler, as PAWS uses it). A pure function of the epoch.
 *
 * @param images N, pictures in the set, at least 1
 * @param world W, number of processes, at least 1
 * @param rank r, this process, 0 .. W-1
 */
public record UnlabeledOrder(int images, int world, int rank) {
    public UnlabeledOrder {
        if (images < 1 || world < 1 || rank < 0 || rank >= world) {
            throw new IllegalArgumentException("an order of " + images + " pictures for rank " + rank + " of " + world
                    + " processes was asked for; there must be at least one picture, and a rank lies in 0..world-1");
        }
    }

    /** Pictures a process sees in an epoch: N / W, rounded up. */
    public int perRank() {
        return images / world + (images % world == 0 ? 0 : 1);
    }

    /** Whole batches in an epoch; the remainder is dropped. A batch larger than an epoch is a {@link DataException}. */
    public int batches(int batchSize) {
        if (batchSize < 1 || batchSize > perRank()) {
            throw new DataException("a batch of " + batchSize + " pictures was asked for, but a process sees "
                    + perRank() + " pictures in an epoch; choose a batch size in 1.." + perRank());
        }
        return perRank() / batchSize;
    }

    /** The indices of this rank's pictures in {@code epoch}, in order; {@link #perRank()} of them. */
    public int[] epoch(long epoch) {
        int[] order = new MersenneTwister(epoch).permutation(images);
        int[] mine = new int[perRank()];
        for (int i = 0; i < mine.length; i++) {
            // The padding repeats the order from its beginning, as often as a tiny set needs it.
            mine[i] = order[(int) (((long) i * world + rank) % images)];
        }
        return mine;
    }
}
