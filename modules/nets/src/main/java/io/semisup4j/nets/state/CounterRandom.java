package io.semisup4j.nets.state;

/**
 * Random numbers without a stream: number i is a function of (seed, name, i) alone, by SplitMix64's output function.
 * Adding a layer to a network therefore changes no other layer's first values.
 *
 * @param key of one seed and name
 */
public record CounterRandom(long key) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** The numbers of a named array. */
    public static CounterRandom of(long seed, String name) {
        long key = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < name.length(); i++) {
            key = mix(key * 31 + name.charAt(i) + GOLDEN_GAMMA);
        }
        return new CounterRandom(key);
    }

    /** Uniform in [0, 1), with 53 random bits. */
    public double uniform(long index) {
        return (mix(key + (index + 1) * GOLDEN_GAMMA) >>> 11) * 0x1p-53;
    }

    /** Standard normal, by Box and Muller's transform of the uniform numbers 2 index and 2 index + 1. */
    public double normal(long index) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(2 * index)));
        // StrictMath: the same bits on every machine.
        return radius * StrictMath.cos(2 * Math.PI * uniform(2 * index + 1));
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
