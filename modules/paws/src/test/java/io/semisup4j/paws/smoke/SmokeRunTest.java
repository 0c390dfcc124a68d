package io.semisup4j.paws.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.paws.config.SmokeConfig;
import io.semisup4j.training.loop.Measurement;
import io.semisup4j.training.loop.StopSignal;
import io.semisup4j.training.loop.TrainingListener;
import io.semisup4j.training.stage.Saving;
import io.semisup4j.training.stage.StageRunner;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeRunTest {

    /** Six runs of the published loss and optimiser on these patterns all passed these bounds. */
    @Test
    void sixty_steps_bring_the_losses_to_their_floors_and_tell_the_classes_apart(@TempDir Path folder) {
        Map<String, Double> measured = new HashMap<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onMeasured(Measurement measurement) {
                measured.put(measurement.name(), measurement.value());
            }
        };
        StageRunner runner = new StageRunner(folder, List.of(listener), new StopSignal(), Saving.everyEpoch(0));

        Map<String, Double> metrics =
                new SmokeRun(SmokeConfig.standard()).run(runner).orElseThrow();

        assertThat(measured.get("paws.ploss")).isLessThan(0.12);
        assertThat(measured.get("paws.rloss")).isLessThan(-1.35);
        assertThat(metrics.get("paws.softnn.top1")).isGreaterThanOrEqualTo(0.98);
    }
}
