package io.semisup4j.training.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.training.loop.StepResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices under the wrapper take every step together, and end together whatever happens to one of them. */
@Timeout(60)
class DeviceStepTest {
    private final AtomicInteger closed = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void every_step_uses_the_mean_gradient_of_all_devices(int devices) {
        double w = 0;
        try (DeviceStep step = DeviceStep.of(devices, worker -> new SmallReplica(worker, closed).replica())) {
            for (int i = 0; i < 30; i++) {
                double mean = 0;
                for (int rank = 0; rank < devices; rank++) {
                    mean += SmallReplica.target(rank, i) / devices;
                }
                w -= 0.5 * (w - mean);
                StepResult result = step.run(i);
                assertThat(result.metrics().get("w")).isCloseTo(w, within(1e-12));
                assertThat(result.waitSeconds()).as("the longest wait").isEqualTo(devices - 1);
            }
        }
        assertThat(closed).hasValue(devices);
    }

    @Test
    void the_others_begin_with_the_state_that_the_first_device_has_at_the_first_step() {
        Map<Integer, SmallReplica> replicas = new ConcurrentHashMap<>();
        try (DeviceStep step = DeviceStep.of(3, worker -> remembered(worker, replicas))) {
            step.parts().get("net").vectors().get(0).array().assign(7);
            step.run(0);
        }
        assertThat(replicas.get(1).w).isEqualTo(replicas.get(0).w);
        assertThat(replicas.get(2).w).isEqualTo(replicas.get(0).w);
        assertThat(replicas.get(0).w.getDouble(0)).isGreaterThan(3);
    }

    @Test
    void every_replica_is_made_and_run_on_a_thread_of_its_own() {
        Set<Thread> makers = ConcurrentHashMap.newKeySet();
        Set<Thread> runners = ConcurrentHashMap.newKeySet();
        try (DeviceStep step = DeviceStep.of(2, worker -> {
            makers.add(Thread.currentThread());
            SmallReplica replica = new SmallReplica(worker, closed);
            return new Replica(
                    i -> {
                        runners.add(Thread.currentThread());
                        return replica.step(i);
                    },
                    Map.of(),
                    List.of());
        })) {
            step.run(0);
            step.run(1);
        }
        assertThat(makers).hasSize(2).doesNotContain(Thread.currentThread()).isEqualTo(runners);
    }

    @Test
    void an_exception_of_one_device_is_what_the_step_throws() {
        assertThatThrownBy(() -> failing(3, 1, 4, new IllegalStateException("no such picture")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no such picture");
        assertThat(closed).as("closed replicas").hasValue(3);
    }

    @Test
    void running_out_of_memory_on_one_device_ends_the_step() {
        assertThatThrownBy(() -> failing(2, 0, 0, new OutOfMemoryError("cannot allocate 9 GB")))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("cannot allocate 9 GB");
        assertThat(closed).hasValue(2);
    }

    @Test
    void a_replica_that_cannot_be_made_ends_the_others() {
        assertThatThrownBy(() -> DeviceStep.of(3, worker -> {
                    if (worker.group().rank() == 2) {
                        throw new IllegalArgumentException("too few labels");
                    }
                    return new SmallReplica(worker, closed).replica();
                }))
                .hasMessage("too few labels");
        assertThat(closed).hasValue(2);
    }

    @Test
    void a_step_that_does_not_average_is_refused() {
        try (DeviceStep step =
                DeviceStep.of(2, worker -> new Replica(i -> StepResult.of(Map.of()), Map.of(), List.of()))) {
            assertThatThrownBy(() -> step.run(0)).hasMessageContaining("without averaging");
        }
    }

    @Test
    void a_step_that_averages_on_some_devices_only_is_refused() {
        try (DeviceStep step = DeviceStep.of(2, worker -> {
            SmallReplica replica = new SmallReplica(worker, closed);
            return new Replica(
                    i -> worker.group().rank() == 0 ? replica.step(i) : StepResult.of(Map.of()), Map.of(), List.of());
        })) {
            assertThatThrownBy(() -> step.run(0)).hasMessageContaining("without averaging");
        }
    }

    @Test
    void devices_can_be_closed_before_the_first_step_and_twice() {
        DeviceStep step = DeviceStep.of(2, worker -> new SmallReplica(worker, closed).replica());
        step.close();
        step.close();
        assertThat(closed).hasValue(2);
    }

    /** Device {@code rank} fails at a step while the others go on to wait for it. */
    private void failing(int devices, int rank, long at, Error thrown) {
        failing(devices, rank, at, () -> {
            throw thrown;
        });
    }

    private void failing(int devices, int rank, long at, RuntimeException thrown) {
        failing(devices, rank, at, () -> {
            throw thrown;
        });
    }

    private void failing(int devices, int rank, long at, Runnable failure) {
        try (DeviceStep step = DeviceStep.of(devices, worker -> {
            SmallReplica small = new SmallReplica(worker, closed);
            Replica replica = small.replica();
            return new Replica(
                    i -> {
                        if (i == at && worker.group().rank() == rank) {
                            failure.run();
                        }
                        return small.step(i);
                    },
                    replica.parts(),
                    replica.resources());
        })) {
            for (long i = 0; i <= at; i++) {
                step.run(i);
            }
        }
    }

    private Replica remembered(Worker worker, Map<Integer, SmallReplica> replicas) {
        SmallReplica replica = new SmallReplica(worker, closed);
        replicas.put(worker.group().rank(), replica);
        return replica.replica();
    }
}
