package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.data.random.Draws;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What color jitter, the solarize threshold, the blur radius and coins are drawn from. */
class RandomColorsTest {
    private final Draws draws = Draws.of(Pictures.SEED, 0, 0, 0);

    @Test
    void jitter_factors_fill_their_ranges() {
        double[] low = {9, 9, 9, 9};
        double[] high = {-9, -9, -9, -9};
        for (int i = 0; i < 3000; i++) {
            for (PixelOperation step :
                    ColorJitter.ofStrength(0.5).draw(draws, 1, 1).steps()) {
                int kind = kind(step);
                low[kind] = Math.min(low[kind], amount(step));
                high[kind] = Math.max(high[kind], amount(step));
            }
        }
        for (int kind = 0; kind < 3; kind++) {
            assertThat(low[kind]).as("seed %d", Pictures.SEED).isBetween(0.6, 0.61);
            assertThat(high[kind]).as("seed %d", Pictures.SEED).isBetween(1.39, 1.4);
        }
        assertThat(low[3]).as("seed %d", Pictures.SEED).isBetween(-0.1, -0.099);
        assertThat(high[3]).as("seed %d", Pictures.SEED).isBetween(0.099, 0.1);
    }

    @Test
    void jitter_comes_in_all_24_orders() {
        Set<List<Integer>> orders = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            orders.add(ColorJitter.ofStrength(1).draw(draws, 1, 1).steps().stream()
                    .map(RandomColorsTest::kind)
                    .toList());
        }
        assertThat(orders).as("seed %d", Pictures.SEED).hasSize(24);
    }

    @Test
    void jitter_leaves_out_what_has_no_amount() {
        assertThat(new ColorJitter(0.4, 0, 0, 0).draw(draws, 1, 1).steps())
                .hasSize(4)
                .filteredOn(step -> step != PixelOperation.NOTHING)
                .singleElement()
                .isInstanceOf(Brightness.class);
    }

    @Test
    void factors_never_fall_below_0_however_strong_the_jitter() {
        for (int i = 0; i < 200; i++) {
            assertThat(ColorJitter.ofStrength(2).draw(draws, 1, 1).steps())
                    .filteredOn(step -> kind(step) < 3)
                    .allMatch(step -> amount(step) >= 0 && amount(step) <= 2.6);
        }
    }

    @Test
    void thresholds_and_radii_fill_their_ranges() {
        for (int i = 0; i < 500; i++) {
            assertThat(new RandomSolarize().draw(draws, 1, 1).threshold()).isBetween(0.0, 256.0);
            assertThat(new RandomBlur(0.1, 2).draw(draws, 1, 1).radius()).isBetween(0.1, 2.0);
        }
    }

    @Test
    void sometimes_happens_as_often_as_its_probability_says() {
        Augmentation sometimes = new Sometimes(0.2, new Equalize());
        long times = 0;
        for (int i = 0; i < 10000; i++) {
            times += sometimes.draw(draws, 1, 1) instanceof Equalize ? 1 : 0;
        }
        assertThat(times).as("seed %d", Pictures.SEED).isBetween(1800L, 2200L);
    }

    private static int kind(PixelOperation step) {
        return step instanceof Brightness ? 0 : step instanceof Contrast ? 1 : step instanceof Saturation ? 2 : 3;
    }

    private static double amount(PixelOperation step) {
        if (step instanceof Brightness brightness) {
            return brightness.factor();
        }
        if (step instanceof Contrast contrast) {
            return contrast.factor();
        }
        return step instanceof Saturation saturation ? saturation.factor() : ((Hue) step).shift();
    }
}
