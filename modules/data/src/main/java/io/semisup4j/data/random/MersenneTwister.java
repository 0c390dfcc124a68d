package io.semisup4j.data.random;

/**
 * MT19937 (Matsumoto and Nishimura, 1998), seeded by {@code init_genrand}: the generator in which published
 * permutations and label draws are defined. {@link #permutation} and {@link #nextFloat} give the numbers of PyTorch's
 * CPU {@code randperm} and {@code rand} for the same seed.
 *
 * <p>Not for several threads at once.
 */
public final class MersenneTwister {
    private static final int WORDS = 624;
    private static final int SHIFT = 397;
    private static final int UPPER_BIT = 0x80000000;
    private static final int LOWER_BITS = 0x7FFFFFFF;
    private static final int TWIST = 0x9908B0DF;

    private final int[] words = new int[WORDS];
    private int used = WORDS;

    /** Seeds with the low 32 bits of {@code seed}. */
    public MersenneTwister(long seed) {
        words[0] = (int) seed;
        for (int i = 1; i < WORDS; i++) {
            words[i] = 1812433253 * (words[i - 1] ^ (words[i - 1] >>> 30)) + i;
        }
    }

    /** The next tempered output: 32 random bits. */
    public int nextInt() {
        if (used == WORDS) {
            twist();
        }
        int y = words[used++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < WORDS; i++) {
            int y = (words[i] & UPPER_BIT) | (words[(i + 1) % WORDS] & LOWER_BITS);
            words[i] = words[(i + SHIFT) % WORDS] ^ (y >>> 1) ^ ((y & 1) * TWIST);
        }
        used = 0;
    }

    /** Uniform in [0, 1), a multiple of 2^-24; takes one output. */
    public float nextFloat() {
        return (nextInt() & 0xFFFFFF) * 0x1.0p-24f;
    }

    /** A random order of 0 .. size-1; takes {@code size - 1} outputs. */
    public int[] permutation(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int i = 0; i < size - 1; i++) {
            int other = i + Integer.remainderUnsigned(nextInt(), size - i);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
