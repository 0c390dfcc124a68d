package io.semisup4j.reporting.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.reporting.Events;
import io.semisup4j.reporting.format.Numbers;
import io.semisup4j.training.loop.Measurement;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final List<String> lines = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    private static StepEvent step(long step, double seconds) {
        return new StepEvent("paws", step, 0, Map.of("loss", -1.25, "ploss", 0.5, "lr", 0.1), seconds, 0);
    }

    @Test
    void plain_lines_come_every_ten_seconds_and_at_the_end() {
        ProgressLines progress = new ProgressLines(lines::add, () -> now);
        progress.onStart(new StageStart("paws", 0, 100, 10, 32));
        for (int i = 0; i < 100; i++) {
            now = now.plusMillis(250);
            progress.onStep(step(i, 0.25));
        }
        assertThat(lines)
                .containsExactly(
                        "paws begins: 100 steps of 32 images",
                        "paws step 1/100 (1 %), epoch 1, loss -1.250, ploss 0.5000, 128 images/s, 24 s left",
                        "paws step 41/100 (41 %), epoch 1, loss -1.250, ploss 0.5000, 128 images/s, 14 s left",
                        "paws step 81/100 (81 %), epoch 1, loss -1.250, ploss 0.5000, 128 images/s, 4 s left",
                        "paws step 100/100 (100 %), epoch 1, loss -1.250, ploss 0.5000, 128 images/s, 0 s left");
    }

    @Test
    void a_resumed_stage_says_so_and_a_measurement_gets_its_line() {
        ProgressLines progress = new ProgressLines(lines::add, () -> now);
        progress.onStart(new StageStart("paws", 8, 12, 4, 32));
        progress.onMeasured(new Measurement("paws", 8, "paws.softnn.top1", 0.71234));
        assertThat(lines)
                .containsExactly(
                        "paws begins: 12 steps of 32 images, going on after step 8",
                        "paws.softnn.top1 = 0.7123 after step 8");
    }

    @Test
    void the_slow_first_step_does_not_spoil_the_pace() {
        Pace pace = new Pace(new StageStart("paws", 0, 102, 10, 10), () -> now);
        pace.add(step(0, 60));
        pace.add(step(1, 0.5));
        assertThat(pace.imagesPerSecond()).isEqualTo(20);
        assertThat(pace.remaining()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void the_remaining_time_counts_what_happens_between_the_steps() {
        Pace pace = new Pace(new StageStart("paws", 0, 104, 2, 10), () -> now);
        for (int i = 0; i < 4; i++) {
            now = now.plusMillis(i % 2 == 0 && i > 0 ? 2500 : 500); // two seconds of evaluation after every second step
            pace.add(step(i, 0.5));
        }
        assertThat(pace.imagesPerSecond()).isEqualTo(20);
        assertThat(pace.remaining()).isEqualTo(Duration.ofSeconds(100)); // 0.5 s a step and 2 s in 4 steps
    }

    @Test
    void durations_show_the_two_units_that_matter() {
        assertThat(Numbers.duration(Duration.ofSeconds(9))).isEqualTo("9 s");
        assertThat(Numbers.duration(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(Numbers.duration(Duration.ofMinutes(25))).isEqualTo("25 min");
        assertThat(Numbers.duration(Duration.ofMinutes(500))).isEqualTo("8 h 20 min");
    }

    @Test
    void the_bar_shows_steps_loss_and_rate_and_leaves_lines_whole() {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        TerminalBar bar = new TerminalBar(new ConsoleProgressBarConsumer(out, 120), lines::add, () -> now);
        Events.play(bar, "paws", 4, 12, 0.5);
        bar.onEnd("paws");
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("paws")
                .contains("12/12")
                .contains("loss 0.08333")
                .contains("64 images/s");
        assertThat(lines)
                .containsExactly(
                        "paws begins: 12 steps of 32 images, going on after step 4",
                        "paws.top1 = 0.1000 after step 8",
                        "paws.top1 = 0.2000 after step 12");
    }
}
