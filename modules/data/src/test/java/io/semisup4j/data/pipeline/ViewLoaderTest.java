package io.semisup4j.data.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.Image;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.pipeline.NoiseViews.Noise;
import io.semisup4j.data.random.Draws;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ViewLoaderTest {
    private static final int STEPS = 40;

    @Test
    void gives_the_same_bytes_for_every_number_of_threads() {
        List<Integer> expected = hashes(0, 1, 0);
        assertThat(expected).doesNotHaveDuplicates();
        for (int threads = 1; threads <= 4; threads++) {
            for (int ahead = 1; ahead <= 3; ahead++) {
                assertThat(hashes(threads, ahead, 0))
                        .as("%d threads, %d ahead", threads, ahead)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void a_loader_resumed_at_any_step_gives_the_rest_of_an_unbroken_run() {
        List<Integer> unbroken = hashes(2, 2, 0);
        for (int start : new int[] {1, 4, 17, STEPS - 1, STEPS}) {
            assertThat(hashes(2, 2, start)).as("from step %d", start).isEqualTo(unbroken.subList(start, STEPS));
        }
    }

    private static List<Integer> hashes(int threads, int ahead, int start) {
        List<Integer> hashes = new ArrayList<>();
        try (ViewLoader loader =
                new ViewLoader(NoiseViews.source(), 9, start, STEPS, new LoaderOptions(threads, ahead))) {
            long step = start;
            while (loader.hasNext()) {
                Batch batch = loader.next();
                assertThat(batch.step()).isEqualTo(step++);
                hashes.add(31 * Arrays.hashCode(batch.array(0)) + Arrays.hashCode(batch.array(1)));
            }
        }
        return hashes;
    }

    @Test
    void every_row_is_the_view_that_its_job_asks_for() {
        try (ViewLoader loader = new ViewLoader(NoiseViews.source(), 5, 3, 5, LoaderOptions.threads(2))) {
            while (loader.hasNext()) {
                Batch batch = loader.next();
                assertThat(batch.shape(0)).containsExactly(batch.rows(0), 4, 3, 3);
                assertThat(batch.shape(1)).containsExactly(batch.rows(1), 2, 2, 3);
                for (int part = 0; part < 2; part++) {
                    assertRows(batch, part);
                }
            }
        }
    }

    private static void assertRows(Batch batch, int part) {
        int length = batch.array(part).length / batch.rows(part);
        for (int row = 0; row < batch.rows(part); row++) {
            ViewJob job = batch.plan().part(part).get(row);
            float[] alone = new float[length];
            Draws draws = Draws.of(5, job.epoch(), job.image(), job.view());
            job.transform().apply(job.images().image(job.image()), draws, alone, 0);
            assertThat(Arrays.copyOfRange(batch.array(part), row * length, (row + 1) * length))
                    .isEqualTo(alone);
            assertThat(batch.plan().labels(part)[row]).isEqualTo(job.image() % 2);
        }
    }

    @Test
    void reuses_a_fixed_ring_of_arrays() {
        Noise noise = new Noise(3, 3);
        LabeledImages images = NoiseViews.images();
        BatchSource source = step -> BatchPlan.of(List.of(new ViewJob(images, 1, noise, step, 0)));
        Set<float[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        try (ViewLoader loader = new ViewLoader(source, 0, 0, 200, new LoaderOptions(2, 3))) {
            while (loader.hasNext()) {
                arrays.add(loader.next().array(0));
            }
        }
        assertThat(arrays).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void plans_no_further_ahead_than_asked_and_leaves_a_lent_batch_alone() {
        AtomicLong planned = new AtomicLong(-1);
        BatchSource source = NoiseViews.source();
        BatchSource counting = step -> {
            assertThat(step).isEqualTo(planned.incrementAndGet());
            return source.plan(step);
        };
        try (ViewLoader loader = new ViewLoader(counting, 0, 0, STEPS, new LoaderOptions(2, 3))) {
            for (int step = 0; step < 20; step++) {
                Batch batch = loader.next();
                int before = Arrays.hashCode(batch.array(0));
                assertThat(planned.get()).isLessThanOrEqualTo(step + 3);
                Thread.yield();
                assertThat(Arrays.hashCode(batch.array(0))).isEqualTo(before);
            }
        }
    }

    @Test
    void decodes_a_picture_once_for_all_its_views_of_a_batch() {
        AtomicInteger decoded = new AtomicInteger();
        LabeledImages images = counting(NoiseViews.images(), decoded);
        BatchSource source = NoiseViews.source(images, new Noise(2, 2), new Noise(3, 3));
        try (ViewLoader loader = new ViewLoader(source, 0, 0, 1, LoaderOptions.threads(2))) {
            assertThat(loader.next().rows(0)).isEqualTo(14);
        }
        assertThat(decoded).hasValue(7);
    }

    private static LabeledImages counting(LabeledImages images, AtomicInteger decoded) {
        return (LabeledImages) Proxy.newProxyInstance(
                LabeledImages.class.getClassLoader(),
                new Class<?>[] {LabeledImages.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("withImage")) {
                        decoded.incrementAndGet();
                    }
                    return method.invoke(images, arguments);
                });
    }

    @Test
    void a_failing_view_is_named_the_same_way_for_every_number_of_threads() {
        ViewTransform failing = transform((source, draws) -> {
            if ((source.pixels()[0] & 0xFF) % 3 == 0) {
                throw new IllegalStateException("no such colour");
            }
        });
        String expected = failure(failing, 0);
        assertThat(expected)
                .contains("batch of step 0")
                .contains("part 0, row 0 (view 0 of picture 0)")
                .contains("no such colour");
        for (int threads = 1; threads <= 3; threads++) {
            assertThat(failure(failing, threads)).isEqualTo(expected);
        }
    }

    @Test
    void even_an_error_reaches_the_consumer() {
        ViewTransform failing = transform((source, draws) -> {
            throw new AssertionError();
        });
        assertThat(failure(failing, 2)).contains("AssertionError");
    }

    private static String failure(ViewTransform failing, int threads) {
        BatchSource source = NoiseViews.source(NoiseViews.images(), failing, new Noise(1, 1));
        try (ViewLoader loader = new ViewLoader(source, 0, 0, 9, LoaderOptions.threads(threads))) {
            DataException thrown = (DataException) catchThrowable(loader::next);
            assertThat(thrown).hasCauseInstanceOf(Throwable.class);
            assertThatThrownBy(loader::next).isInstanceOf(IllegalStateException.class);
            return thrown.getMessage();
        }
    }

    @Test
    void closing_wakes_a_waiting_consumer_and_ends_the_threads() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        Set<Thread> workers = Collections.synchronizedSet(new HashSet<>());
        ViewLoader loader = stuck(working, workers);
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread consumer = new Thread(() -> seen.set(catchThrowable(loader::next)));
        consumer.start();
        working.await();
        loader.close();
        consumer.join();
        assertThat(seen.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThat(workers).isNotEmpty().noneMatch(Thread::isAlive);
        loader.close();
    }

    @Test
    void an_interrupted_consumer_is_told_and_stays_interrupted() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        ViewLoader loader = stuck(working, Collections.synchronizedSet(new HashSet<>()));
        AtomicReference<Throwable> seen = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread consumer = new Thread(() -> {
            seen.set(catchThrowable(loader::next));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        consumer.start();
        working.await();
        consumer.interrupt();
        consumer.join();
        assertThat(seen.get()).isInstanceOf(DataException.class).hasMessageContaining("interrupted");
        assertThat(interrupted.get()).isTrue();
        loader.close();
    }

    /** A loader whose views never end by themselves. */
    private static ViewLoader stuck(CountDownLatch working, Set<Thread> workers) {
        ViewTransform stuck = transform((source, draws) -> {
            workers.add(Thread.currentThread());
            working.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("stopped", e);
            }
        });
        BatchSource source = NoiseViews.source(NoiseViews.images(), stuck, new Noise(1, 1));
        return new ViewLoader(source, 0, 0, 9, LoaderOptions.threads(2));
    }

    private interface Work {
        void on(Image source, Draws draws);
    }

    private static ViewTransform transform(Work work) {
        return new ViewTransform() {
            @Override
            public int height() {
                return 2;
            }

            @Override
            public int width() {
                return 2;
            }

            @Override
            public void apply(Image source, Draws draws, float[] target, int offset) {
                work.on(source, draws);
            }
        };
    }

    @Test
    void says_what_cannot_be_asked_for() {
        Noise small = new Noise(1, 1);
        LabeledImages images = NoiseViews.images();
        assertThatThrownBy(() -> new LoaderOptions(-1, 0))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("threads is -1")
                .hasMessageContaining("ahead is 0");
        assertThatThrownBy(() -> BatchPlan.of(
                        List.of(new ViewJob(images, 0, small, 0, 0), new ViewJob(images, 0, new Noise(2, 1), 0, 0))))
                .hasMessageContaining("1 x 1 but also has one of 2 x 1");
        assertThatThrownBy(() -> BatchPlan.of(List.of())).hasMessageContaining("part 0");
        assertThatThrownBy(() -> BatchPlan.of()).hasMessageContaining("at least one part");
        assertThatThrownBy(() -> new ViewLoader(NoiseViews.source(), 0, 5, 4, LoaderOptions.threads(0)))
                .hasMessageContaining("steps 5 to 4");
        try (ViewLoader loader = new ViewLoader(NoiseViews.source(), 0, 0, 1, LoaderOptions.threads(1))) {
            loader.next();
            assertThat(loader.waited()).isPositive();
            assertThatThrownBy(loader::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void a_failing_source_ends_the_loader() {
        BatchSource source = NoiseViews.source();
        BatchSource failing = step -> {
            if (step == 4) {
                throw new DataException("no support batch");
            }
            return source.plan(step);
        };
        try (ViewLoader loader = new ViewLoader(failing, 0, 0, 9, new LoaderOptions(2, 1))) {
            assertThatThrownBy(() -> {
                        while (loader.hasNext()) {
                            loader.next();
                        }
                    })
                    .isInstanceOf(DataException.class)
                    .hasMessage("no support batch");
        }
    }
}
