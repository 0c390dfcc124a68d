package io.semisup4j.data.drawn;

import java.util.Random;

/**
 * The random choices of one picture, all following from (seed, split, index), so that a picture does not depend on the
 * pictures drawn before it. {@link Random} is used because the Java specification fixes its numbers for ever.
 */
final class Dice {
    private final Random random;

    private Dice(long key) {
        this.random = new Random(key);
    }

    /** The dice of one picture. */
    static Dice of(long seed, Split split, int index) {
        return new Dice(mix(mix(mix(seed) + split.ordinal()) + index));
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Uniform whole number in [low, high], both ends included. */
    int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Normal with mean 0 and this standard deviation. */
    double normal(double deviation) {
        return deviation * random.nextGaussian();
    }

    /** The finaliser of splitmix64: neighbouring keys become unrelated ones. */
    private static long mix(long key) {
        long z = key + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
