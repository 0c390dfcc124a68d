package io.semisup4j.data.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MersenneTwisterTest {
    @Test
    void gives_the_numbers_of_the_authors_code() {
        // init_genrand(5489) is the default seed of the published C program; the C++ standard fixes output 10,000.
        MersenneTwister random = new MersenneTwister(5489);
        assertThat(random.nextInt()).isEqualTo((int) 3499211612L);
        assertThat(random.nextInt()).isEqualTo((int) 581869302L);
        for (int i = 2; i < 9_999; i++) {
            random.nextInt();
        }
        assertThat(random.nextInt()).isEqualTo((int) 4123659995L);
    }

    @Test
    void permutations_are_those_of_pytorch() {
        MersenneTwister random = new MersenneTwister(0);
        assertThat(random.permutation(10)).containsExactly(4, 1, 7, 5, 3, 9, 0, 8, 6, 2);
        assertThat(random.permutation(1)).containsExactly(0);
        assertThat(random.permutation(0)).isEmpty();
    }

    @Test
    void only_the_low_half_of_the_seed_counts() {
        assertThat(new MersenneTwister(7L + (5L << 32)).nextInt()).isEqualTo(new MersenneTwister(7).nextInt());
    }

    @Test
    void floats_lie_in_the_unit_interval() {
        MersenneTwister random = new MersenneTwister(1);
        for (int i = 0; i < 10_000; i++) {
            assertThat(random.nextFloat()).isBetween(0f, Math.nextDown(1f));
        }
    }
}
