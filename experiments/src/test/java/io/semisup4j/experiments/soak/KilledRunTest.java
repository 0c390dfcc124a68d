package io.semisup4j.experiments.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.experiments.soak.Killer.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run may be killed at any moment, as often as fate wants: its end is the same, bit for bit. */
@Tag("soak")
class KilledRunTest {
    private static final int KILLS = Integer.getInteger("soak.kills", 50);

    @TempDir
    Path temp;

    @Test
    void a_run_killed_fifty_times_ends_bit_for_bit_as_an_unbroken_one() throws IOException, InterruptedException {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("Kills at random; repeat with -Dtest.seed=" + seed);
        TinyRun run = TinyRun.in(temp.resolve("pictures"));
        Path unbroken = temp.resolve("unbroken");
        assertThat(ChildRun.run(temp.resolve("unbroken.txt"), run.settings(unbroken)))
                .isZero();

        Path killed = temp.resolve("killed");
        Map<Moment, Integer> kills = killUntilEnough(run, killed, new Random(seed));
        ChildRun last = ChildRun.start(temp.resolve("last.txt"), run.settings(killed));

        assertThat(last.end()).as(last.text()).isZero();
        assertThat(RunState.of(killed)).isEqualTo(RunState.of(unbroken));
        assertThat(kills.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(KILLS);
        System.out.println("Survived SIGKILL " + KILLS + " times: " + kills);
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

    /** The moments are counted by what was found afterwards, not by what was aimed at. */
    private Map<Moment, Integer> killUntilEnough(TinyRun run, Path folder, Random random)
            throws IOException, InterruptedException {
        Map<Moment, Integer> kills = new EnumMap<>(Moment.class);
        Killer killer = new Killer(random, folder);
        for (int kill = 0; kill < KILLS; kill++) {
            Moment aim = Moment.values()[random.nextInt(Moment.values().length)];
            ChildRun child = ChildRun.start(temp.resolve("kill-" + kill + ".txt"), run.settings(folder));
            assertThat(killer.kill(child, aim))
                    .as("kill %d of %d came before the end; the child said: %s", kill, KILLS, child.text())
                    .isTrue();
            Moment reached = killer.unfinished().isEmpty() ? Moment.STEPPING : Moment.WRITING;
            kills.merge(aim == Moment.STARTING ? aim : reached, 1, Integer::sum);
        }
        return kills;
    }
}
