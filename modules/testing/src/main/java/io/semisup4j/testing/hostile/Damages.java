package io.semisup4j.testing.hostile;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * One to six damages, for {@code @ForAll(supplier = Damages.class)}; jqwik prints the seed that repeats a failure and
 * looks for the fewest damages that still cause it.
 */
public final class Damages implements ArbitrarySupplier<List<Damage>> {
    /** Files of a kind in the normal tests. */
    public static final int FEW = 200;

    /** Files of a kind under the tag {@code soak}. */
    public static final int MANY = 10_000;

    /** Lengths and counts where arithmetic goes wrong. */
    private static final Arbitrary<Long> EXTREME = Arbitraries.of(
            0L,
            1L,
            -1L,
            127L,
            128L,
            255L,
            256L,
            65535L,
            1L << 20,
            1L << 30,
            (1L << 31) - 1,
            1L << 31,
            (1L << 32) - 1,
            1L << 40,
            Long.MAX_VALUE,
            Long.MIN_VALUE);

    @Override
    public Arbitrary<List<Damage>> get() {
        Arbitrary<Integer> places =
                Arbitraries.integers().greaterOrEqual(0).withDistribution(RandomDistribution.uniform());
        Arbitrary<Long> values = Arbitraries.longs().withDistribution(RandomDistribution.uniform());
        return Combinators.combine(Arbitraries.of(Damage.Kind.class), places, Arbitraries.oneOf(EXTREME, values))
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
