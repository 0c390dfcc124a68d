package io.semisup4j.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.weights.npz.NpzFile;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("golden")
class WarmupCosineGoldenTest {
    private static final String HYPER = "/hyper";

    @Test
    void agrees_with_the_published_schedules() {
        try (NpzFile golden = NpzFile.open(GoldenFolder.file("paws", "schedule.npz"))) {
            List<String> cases =
                    golden.names().stream().filter(n -> n.endsWith(HYPER)).toList();
            assertThat(cases).isNotEmpty();
            cases.forEach(name -> compare(golden, name.substring(0, name.length() - HYPER.length())));
        }
    }

    private static void compare(NpzFile golden, String name) {
        double[] hyper = golden.doubles(name + HYPER);
        Schedule schedule =
                WarmupCosine.ofEpochs(hyper[3], hyper[4], hyper[5], (int) hyper[2], (int) hyper[1], (long) hyper[0]);
        long[] steps = golden.longs(name + "/step");
        double[] expected = golden.doubles(name + "/lr");
        for (int i = 0; i < steps.length; i++) {
            assertThat(schedule.at(steps[i]))
                    .as("%s at step %d", name, steps[i])
                    .isEqualTo(expected[i], within(1e-13 * Math.max(hyper[4], expected[i])));
        }
    }
}
