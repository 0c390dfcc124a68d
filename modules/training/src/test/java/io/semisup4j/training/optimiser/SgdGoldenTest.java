package io.semisup4j.training.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.flat.Slot;
import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.training.schedule.Schedule;
import io.semisup4j.training.schedule.WarmupCosine;
import io.semisup4j.weights.npz.NpzFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@Tag("golden")
class SgdGoldenTest {
    private static final String HYPER = "/hyper";

    @Test
    void follows_the_published_trajectories_in_double() {
        forEveryCase(DataType.DOUBLE, 1e-12);
    }

    @Test
    void follows_the_published_trajectories_in_float() {
        forEveryCase(DataType.FLOAT, 5e-5);
    }

    private static void forEveryCase(DataType type, double tolerance) {
        try (NpzFile golden = NpzFile.open(GoldenFolder.file("paws", "optim.npz"))) {
            List<String> cases =
                    golden.names().stream().filter(n -> n.endsWith(HYPER)).toList();
            assertThat(cases).isNotEmpty();
            cases.forEach(
                    name -> new Case(golden, name.substring(0, name.length() - HYPER.length()), type, tolerance).run());
        }
    }

    /** One trajectory of the file. */
    private record Case(NpzFile golden, String name, DataType type, double tolerance) {

        void run() {
            double[] hyper = golden.doubles(name + HYPER);
            Schedule schedule = WarmupCosine.ofEpochs(
                    hyper[1], hyper[2], hyper[8], (int) hyper[5], (int) hyper[6], (long) hyper[0]);
            FlatLayout layout = layout();
            boolean lars = golden.contains(name + "/lars_stats0");
            Optional<Lars> adaptation = lars ? Optional.of(new Lars(hyper[9], 1e-8)) : Optional.empty();
            Sgd sgd = new Sgd(
                    new SgdSettings(hyper[3], hyper[4] != 0, ParameterGroups.biasAndBnExcluded(hyper[7]), adaptation),
                    layout,
                    type);
            INDArray parameters = read(layout, "/init/");
            double[] rates = golden.doubles(name + "/lr");
            for (int t = 0; t < rates.length; t++) {
                assertThat(schedule.at(t)).isEqualTo(rates[t], within(1e-13 * hyper[2]));
                AdaptedRates adapted = sgd.apply(parameters, read(layout, "/grad" + t + "/"), schedule.at(t));
                compare(layout, parameters, "/param" + t + "/");
                if (lars) {
                    compareRates(adapted, golden.doubles(name + "/lars_stats" + t), t);
                } else {
                    assertThat(adapted).isEqualTo(AdaptedRates.NONE);
                }
            }
            compare(layout, sgd.momentum(), "/momentum_buffer/");
            assertThat(sgd.steps()).isEqualTo(rates.length);
        }

        private FlatLayout layout() {
            FlatLayout.Builder builder = new FlatLayout.Builder();
            String prefix = name + "/init/";
            golden.names(prefix).forEach(n -> builder.add(n.substring(prefix.length()), golden.shape(n)));
            return builder.build();
        }

        private INDArray read(FlatLayout layout, String group) {
            INDArray vector = layout.zeros(type);
            for (Slot slot : layout.slots()) {
                INDArray values = Nd4j.createFromArray(golden.doubles(name + group + slot.name()));
                layout.view(vector, slot.name()).assign(values.castTo(type).reshape(slot.shape()));
            }
            return vector;
        }

        private void compare(FlatLayout layout, INDArray actual, String group) {
            for (Slot slot : layout.slots()) {
                double[] expected = golden.doubles(name + group + slot.name());
                double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
                INDArray view = layout.view(actual, slot.name()).dup();
                assertThat(view.data().asDouble())
                        .as(name + group + slot.name())
                        .containsExactly(expected, within(Math.max(tolerance * largest, 1e-300)));
            }
        }

        private void compareRates(AdaptedRates actual, double[] expected, int t) {
            String what = name + "/lars_stats" + t;
            assertThat(actual.mean()).as(what).isEqualTo(expected[0], within(tolerance * expected[2]));
            assertThat(actual.min()).as(what).isEqualTo(expected[1], within(tolerance * expected[2]));
            assertThat(actual.max()).as(what).isEqualTo(expected[2], within(tolerance * expected[2]));
        }
    }
}
