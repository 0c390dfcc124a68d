package io.semisup4j.data.random;

/**
 * The randomness of one view of one sample: a short stream of numbers that is a function of (seed, epoch, index, view)
 * alone. Whatever thread makes a view, in whatever order, and after whatever interruption, it sees the same numbers.
 *
 * <p>The numbers are those of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
 * 2014). The start {@code h} absorbs the four keys one after the other: {@code h = 0; for each key: h = mix64((h + G) ^
 * key)}, with {@code G = 0x9E3779B97F4A7C15} and SplitMix64's finaliser {@code mix64}. Transcendental functions are
 * {@link StrictMath}'s, so the same on every machine.
 *
 * <p>Not for several threads at once.
 */
public final class Draws {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /** The stream of one view: {@code view} of sample {@code index} in {@code epoch} of a run with {@code seed}. */
    public static Draws of(long seed, long epoch, long index, long view) {
        return new Draws(absorb(absorb(absorb(absorb(0, seed), epoch), index), view));
    }

    private static long absorb(long state, long key) {
        return mix64((state + GOLDEN_GAMMA) ^ key);
    }

    private static long mix64(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 64 random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix64(state);
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * TWO_TO_MINUS_53;
    }

    /** Uniform in [from, to); {@code from} itself where both are equal. */
    public double uniform(double from, double to) {
        if (!(from <= to)) {
            throw new IllegalArgumentException("uniform(" + from + ", " + to + "): the first must not be the larger");
        }
        return from + nextDouble() * (to - from);
    }

    /** Uniform in 0 .. bound-1, without bias. */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("nextInt(" + bound + "): the bound must be at least 1");
        }
        // Lemire's multiplication: the high word is the answer, a low word below 2^32 mod bound is rejected.
        long product = (nextLong() >>> 32) * bound;
        long rejectBelow = (1L << 32) % bound;
        while ((product & 0xFFFFFFFFL) < rejectBelow) {
            product = (nextLong() >>> 32) * bound;
        }
        return (int) (product >>> 32);
    }

    /** True with the given probability: never for 0, always for 1. */
    public boolean coin(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("coin(" + probability + "): a probability lies in 0..1");
        }
        return nextDouble() < probability;
    }

    /** Normal with mean 0 and standard deviation 1 (Box-Muller, two uniform draws each). */
    public double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }

    /** A uniformly random order of 0 .. size-1. */
    public int[] permutation(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
