package io.semisup4j.data.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawsTest {
    @Test
    void the_mixing_never_changes_or_old_runs_cannot_be_resumed() {
        Draws draws = Draws.of(1, 2, 3, 4);
        assertThat(new long[] {draws.nextLong(), draws.nextLong()})
                .containsExactly(0x180DB6FF267A0A7FL, 0x16E5C8CFD489807DL);
    }

    @Test
    void every_key_matters_and_so_does_its_place() {
        Set<Long> starts = new HashSet<>();
        for (int seed = 0; seed < 8; seed++) {
            for (int epoch = 0; epoch < 8; epoch++) {
                for (int index = 0; index < 8; index++) {
                    for (int view = 0; view < 8; view++) {
                        starts.add(Draws.of(seed, epoch, index, view).nextLong());
                    }
                }
            }
        }
        assertThat(starts).hasSize(8 * 8 * 8 * 8);
    }

    @Test
    void moments_of_neighbouring_streams_are_those_of_independent_numbers() {
        int n = 40_000;
        double sum = 0;
        double gaussSum = 0;
        double gaussSquares = 0;
        double product = 0;
        double previous = 0.5;
        for (int i = 0; i < n; i++) {
            Draws draws = Draws.of(0, 0, i, 0);
            double u = draws.nextDouble();
            double g = draws.gaussian();
            sum += u;
            product += (u - 0.5) * (previous - 0.5);
            previous = u;
            gaussSum += g;
            gaussSquares += g * g;
        }
        assertThat(sum / n).isCloseTo(0.5, within(0.01));
        assertThat(product / n).isCloseTo(0, within(0.003));
        assertThat(gaussSum / n).isCloseTo(0, within(0.03));
        assertThat(gaussSquares / n).isCloseTo(1, within(0.05));
    }

    @Test
    void integers_are_uniform_and_below_the_bound() {
        int[] counts = new int[7];
        Draws draws = Draws.of(5, 0, 0, 0);
        for (int i = 0; i < 70_000; i++) {
            counts[draws.nextInt(7)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(9_500, 10_500);
        }
        assertThat(draws.nextInt(1)).isZero();
        assertThat(draws.nextInt(Integer.MAX_VALUE)).isBetween(0, Integer.MAX_VALUE - 1);
    }

    @Test
    void a_permutation_holds_every_number_once_and_each_number_comes_first_equally_often() {
        int[] first = new int[5];
        for (int i = 0; i < 10_000; i++) {
            int[] order = Draws.of(0, 1, i, 0).permutation(5);
            assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
            first[order[0]]++;
        }
        for (int count : first) {
            assertThat(count).isBetween(1_850, 2_150);
        }
        assertThat(Draws.of(0, 0, 0, 0).permutation(0)).isEmpty();
    }

    @Test
    void coins_and_ranges_keep_to_their_limits() {
        Draws draws = Draws.of(3, 0, 0, 0);
        int heads = 0;
        for (int i = 0; i < 10_000; i++) {
            assertThat(draws.coin(0)).isFalse();
            assertThat(draws.coin(1)).isTrue();
            assertThat(draws.uniform(-2, 3)).isBetween(-2.0, 3.0);
            heads += draws.coin(0.8) ? 1 : 0;
        }
        assertThat(heads).isBetween(7_850, 8_150);
        assertThat(draws.uniform(4, 4)).isEqualTo(4);
    }

    @Test
    void impossible_requests_name_the_value() {
        Draws draws = Draws.of(0, 0, 0, 0);
        assertThatThrownBy(() -> draws.coin(1.5)).hasMessageContaining("coin(1.5)");
        assertThatThrownBy(() -> draws.coin(Double.NaN)).hasMessageContaining("coin(NaN)");
        assertThatThrownBy(() -> draws.nextInt(0)).hasMessageContaining("nextInt(0)");
        assertThatThrownBy(() -> draws.uniform(2, 1)).hasMessageContaining("uniform(2.0, 1.0)");
    }
}
