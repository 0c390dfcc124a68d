package io.semisup4j.experiments.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.experiments.soak.Killer.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run may be killed at any moment, as often as fate wants: its end is the same, bit for bit. */
@Tag("soak")
class KilledRunTest {
    private static final int KILLS = Integer.getInteger("soak.kills", 50);
    private static final int KILLS_OF_TWO_DEVICES = Integer.getInteger("soak.kills.devices", 10);

    @TempDir
    Path temp;

    @Test
    void a_run_killed_fifty_times_ends_bit_for_bit_as_an_unbroken_one() throws IOException, InterruptedException {
        survives(KILLS, 1);
    }

    @Test
    void a_run_on_two_devices_killed_ten_times_ends_bit_for_bit_as_an_unbroken_one()
            throws IOException, InterruptedException {
        survives(KILLS_OF_TWO_DEVICES, 2);
    }

    @Test
    void one_and_two_loader_threads_give_the_same_bits() throws IOException, InterruptedException {
        TinyRun run = TinyRun.in(temp.resolve("pictures"));
        RunState[] states = new RunState[3];
        for (int threads = 0; threads <= 2; threads++) {
            Path folder = temp.resolve("threads-" + threads);
            assertThat(ChildRun.run(
                            temp.resolve(threads + ".txt"), run.settings(folder, "-Dset.run.loaderThreads=" + threads)))
                    .isZero();
            states[threads] = RunState.of(folder);
            System.out.println(threads + " loader threads: SHA-256 of the run " + states[threads].digest());
        }
        assertThat(states[2]).isEqualTo(states[1]).isEqualTo(states[0]);
    }

    private void survives(int kills, int devices) throws IOException, InterruptedException {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("Kills at random; repeat with -Dtest.seed=" + seed);
        TinyRun run = TinyRun.in(temp.resolve("pictures"));
        String together = "-Ddevices=" + devices;
        Path folder = temp.resolve("unbroken");
        ChildRun unbroken = ChildRun.start(temp.resolve("unbroken.txt"), run.settings(folder, together));
        assertThat(unbroken.end()).as(unbroken.text()).isZero();
        assertThat(unbroken.text()).contains(devices == 1 ? "with 1 threads" : "with " + devices + " workers");

        Path killed = temp.resolve("killed");
        List<String> settings = run.settings(killed, together);
        Random random = new Random(seed);
        Map<Moment, Integer> moments = kill(kills, settings, new Killer(random, killed), random);
        ChildRun last = ChildRun.start(temp.resolve("last.txt"), settings);

        assertThat(last.end()).as(last.text()).isZero();
        assertThat(RunState.of(killed)).isEqualTo(RunState.of(folder));
        assertThat(moments.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(kills);
        System.out.println(devices + " device(s) survived SIGKILL " + kills + " times: " + moments);
    }

    /** The moments are counted by what was found afterwards, not by what was aimed at. */
    private Map<Moment, Integer> kill(int kills, List<String> settings, Killer killer, Random random)
            throws IOException, InterruptedException {
        Map<Moment, Integer> moments = new EnumMap<>(Moment.class);
        for (int kill = 0; kill < kills; kill++) {
            Moment aim = Moment.values()[random.nextInt(Moment.values().length)];
            ChildRun child = ChildRun.start(temp.resolve("kill-" + kill + ".txt"), settings);
            assertThat(killer.kill(child, aim))
                    .as("kill %d of %d came before the end; the child said: %s", kill, kills, child.text())
                    .isTrue();
            Moment reached = killer.unfinished().isEmpty() ? Moment.STEPPING : Moment.WRITING;
            moments.merge(aim == Moment.STARTING ? aim : reached, 1, Integer::sum);
        }
        return moments;
    }
}
