package io.semisup4j.training.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.flat.Slot;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class SgdTest {
    private static final FlatLayout LAYOUT = new FlatLayout.Builder()
            .add("conv1.weight", 3, 7)
            .add("conv1.bias", 3)
            .add("bn1.weight", 3)
            .add("fc.weight", 5, 11)
            .add("zero.weight", 4)
            .add("still.weight", 4)
            .build();

    @ParameterizedTest
    @CsvSource({
        "DOUBLE, false, false, 1e-13",
        "DOUBLE, true, false, 1e-13",
        "DOUBLE, false, true, 1e-13",
        "DOUBLE, true, true, 1e-13",
        "FLOAT, false, true, 1e-5",
        "FLOAT, true, true, 1e-5"
    })
    void agrees_with_the_formulas_element_by_element(DataType type, boolean nesterov, boolean lars, double tolerance) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ParameterGroups groups = ParameterGroups.biasAndBnExcluded(0.05);
        SgdSettings settings = lars
                ? SgdSettings.adapted(0.9, nesterov, groups, new Lars(0.01, 1e-8))
                : SgdSettings.plain(0.9, nesterov, groups);
        Sgd sgd = new Sgd(settings, LAYOUT, type);
        ScalarSgd scalar = new ScalarSgd(settings, LAYOUT);
        INDArray parameters = random(random, "zero.weight", type);

        for (int step = 0; step < 6; step++) {
            double[] expected = parameters.toDoubleVector();
            INDArray gradients = random(random, step == 2 ? "fc.weight" : "still.weight", type);
            double lr = 0.1 + step;
            AdaptedRates rates = sgd.apply(parameters, gradients, lr);
            int adapted = scalar.step(expected, gradients.toDoubleVector(), lr);

            assertThat(rates.count()).as("seed %d", seed).isEqualTo(adapted);
            assertThat(parameters.toDoubleVector())
                    .as("seed %d, step %d", seed, step)
                    .containsExactly(expected, within(tolerance * (1 + lr)));
        }
    }

    @Test
    void a_tensor_with_a_zero_norm_takes_the_plain_step_without_decay() {
        Sgd sgd = new Sgd(
                SgdSettings.adapted(0.9, false, ParameterGroups.biasAndBnExcluded(0.5), Lars.published()),
                LAYOUT,
                DataType.DOUBLE);
        INDArray parameters = LAYOUT.zeros(DataType.DOUBLE);
        INDArray gradients = LAYOUT.zeros(DataType.DOUBLE);
        LAYOUT.view(gradients, "zero.weight").assign(2);
        LAYOUT.view(parameters, "still.weight").assign(3);

        AdaptedRates rates = sgd.apply(parameters, gradients, 0.1);

        assertThat(rates).isEqualTo(AdaptedRates.NONE);
        assertThat(LAYOUT.view(parameters, "zero.weight").toDoubleVector()).containsOnly(-0.2);
        assertThat(LAYOUT.view(parameters, "still.weight").toDoubleVector()).containsOnly(3);
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT, 20001, false",
        "FLOAT, 600001, false",
        "FLOAT, 20001, true",
        "FLOAT, 600001, true",
        "DOUBLE, 600001, false",
        "DOUBLE, 600001, true"
    })
    void every_element_of_a_long_tensor_is_updated_once_a_step(DataType type, int length, boolean nesterov) {
        FlatLayout layout = new FlatLayout.Builder()
                .add("long.weight", length)
                .add("next.bias", 3)
                .build();
        ParameterGroups groups = ParameterGroups.biasAndBnExcluded(0.5);
        Sgd sgd = new Sgd(SgdSettings.plain(0.5, nesterov, groups), layout, type);
        INDArray parameters = layout.zeros(type);
        INDArray gradients = layout.zeros(type);
        layout.view(parameters, "long.weight").assign(1);
        layout.view(gradients, "long.weight").assign(2);
        layout.view(gradients, "next.bias").assign(4);

        sgd.apply(parameters, gradients, 0.25);
        sgd.apply(parameters, gradients, 0.25);

        // u is -0.25 * (2 + 0.5 * 1), then with p = 0.375 or, Nesterov's, 0.0625 in the place of 1.
        assertThat(layout.view(parameters, "long.weight").toDoubleVector())
                .containsOnly(nesterov ? -0.85546875 : -0.484375);
        assertThat(layout.view(parameters, "next.bias").toDoubleVector()).containsOnly(nesterov ? -3.25 : -2.5);
        assertThat(layout.view(sgd.momentum(), "long.weight").toDoubleVector())
                .containsOnly(nesterov ? -0.8203125 : -0.859375);
    }

    @Test
    void gaps_between_arrays_stay_zero() {
        Random random = new Random(5);
        Sgd sgd = new Sgd(SgdSettings.plain(0.9, true, ParameterGroups.single(0.1, false)), LAYOUT, DataType.FLOAT);
        INDArray parameters = random(random, "", DataType.FLOAT);

        sgd.apply(parameters, random(random, "", DataType.FLOAT), 0.1);

        Slot first = LAYOUT.slots().get(0);
        Slot second = LAYOUT.slots().get(1);
        for (long gap = first.length(); gap < second.offset(); gap++) {
            assertThat(parameters.getDouble(gap)).isZero();
        }
    }

    @Test
    void refuses_vectors_of_another_type() {
        Sgd sgd = new Sgd(SgdSettings.plain(0.9, false, ParameterGroups.single(0, false)), LAYOUT, DataType.DOUBLE);

        assertThatThrownBy(() -> sgd.apply(LAYOUT.zeros(DataType.DOUBLE), LAYOUT.zeros(DataType.FLOAT), 0.1))
                .hasMessageContaining("gradient vector holds")
                .hasMessageContaining("FLOAT")
                .hasMessageContaining("DOUBLE");
    }

    @Test
    void refuses_an_impossible_momentum() {
        assertThatThrownBy(() -> SgdSettings.plain(1.5, false, ParameterGroups.single(0, false)))
                .hasMessageContaining("momentum is 1.5");
    }

    private static INDArray random(Random random, String zeroed, DataType type) {
        INDArray vector = LAYOUT.zeros(type);
        for (Slot slot : LAYOUT.slots()) {
            if (!slot.name().equals(zeroed)) {
                for (long i = 0; i < slot.length(); i++) {
                    vector.putScalar(slot.offset() + i, random.nextGaussian());
                }
            }
        }
        return vector;
    }

    /** The update written for one element at a time, as in the published code. */
    private static final class ScalarSgd {
        private final SgdSettings settings;
        private final FlatLayout layout;
        private double[] buffer;

        ScalarSgd(SgdSettings settings, FlatLayout layout) {
            this.settings = settings;
            this.layout = layout;
        }

        int step(double[] p, double[] g, double lr) {
            boolean first = buffer == null;
            buffer = first ? new double[p.length] : buffer;
            int adapted = 0;
            for (Slot slot : layout.slots()) {
                boolean excluded = slot.name().contains("bias") || slot.name().contains("bn");
                double wd = excluded ? 0 : 0.05;
                double rate = 1;
                if (settings.lars().isPresent() && !excluded) {
                    double pn = norm(p, slot);
                    double gn = norm(g, slot);
                    if (pn != 0 && gn != 0) {
                        rate = settings.lars().get().trust() * pn / (gn + wd * pn + 1e-8);
                        adapted++;
                    } else {
                        wd = 0;
                    }
                }
                for (int i = (int) slot.offset(); i < slot.offset() + slot.length(); i++) {
                    double u = -lr * ((g[i] + wd * p[i]) * rate);
                    buffer[i] = first ? u : settings.momentum() * buffer[i] + u;
                    p[i] += settings.nesterov() ? u + settings.momentum() * buffer[i] : buffer[i];
                }
            }
            return adapted;
        }

        private static double norm(double[] values, Slot slot) {
            double sum = 0;
            for (int i = (int) slot.offset(); i < slot.offset() + slot.length(); i++) {
                sum += values[i] * values[i];
            }
            return Math.sqrt(sum);
        }
    }
}
