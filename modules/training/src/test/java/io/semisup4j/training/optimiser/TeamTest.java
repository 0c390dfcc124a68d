package io.semisup4j.training.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void every_element_is_worked_on_once(int threads) {
        int count = 1_000;
        AtomicIntegerArray times = new AtomicIntegerArray(count);

        new Team(threads).each(numbers(count), times::incrementAndGet);

        assertThat(IntStream.range(0, count).map(times::get)).containsOnly(1);
    }

    @Test
    void a_single_thread_and_few_elements_stay_on_the_calling_thread() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        new Team(1).each(numbers(1_000), i -> threads.add(Thread.currentThread()));
        new Team(2).each(numbers(3), i -> threads.add(Thread.currentThread()));

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void many_elements_are_shared_with_daemons() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch both = new CountDownLatch(2);

        new Team(2).each(numbers(1_000), i -> {
            if (threads.add(Thread.currentThread())) {
                both.countDown();
                awaited(both);
            }
        });

        threads.remove(Thread.currentThread());
        assertThat(threads).hasSize(1).allMatch(Thread::isDaemon);
    }

    @Test
    void an_error_of_a_task_reaches_the_caller() {
        assertThatThrownBy(() -> new Team(2).each(numbers(1_000), i -> {
                    throw new IllegalStateException("part " + i);
                }))
                .hasMessageContaining("part ");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
