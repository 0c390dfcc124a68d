package io.semisup4j.testing.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Offers bytes of unknown origin to a reader and holds it to its promise: a result, or its module's own exception with a
 * sentence; never another exception, an error, a hang, or memory out of proportion.
 */
public final class HostileFile {
    /** What a reader may allocate in all, whatever the file. */
    private static final long FIXED = 48L << 20;

    /** What it may allocate beside, for each byte of the file. */
    private static final long PER_BYTE = 64;

    /** Only there to notice a reader that never ends. */
    private static final long PATIENCE_SECONDS = 120;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ExecutorService READERS = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "hostile file reader");
        thread.setDaemon(true);
        return thread;
    });

    private final Class<? extends RuntimeException> refusal;
    private final Reader reader;
    private final Path file;
    private final String name;

    /** Reads a file completely: all that it says, and all values. */
    @FunctionalInterface
    public interface Reader {
        void read(Path file) throws Exception;
    }

    private HostileFile(Class<? extends RuntimeException> refusal, Reader reader, Path file, String name) {
        this.refusal = refusal;
        this.reader = reader;
        this.file = file;
        this.name = name;
    }

    /**
     * Files for one reader.
     *
     * @param suffix of the file's name, such as {@code .npz}
     * @param refusal the one exception with which the reader may refuse a file
     */
    public static HostileFile readBy(String suffix, Class<? extends RuntimeException> refusal, Reader reader) {
        try {
            Path file = Files.createTempFile("hostile", suffix);
            file.toFile().deleteOnExit();
            return at(file, file.toString(), refusal, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Files that have their place among others.
     *
     * @param file the place
     * @param name by which a refusal has to call it
     */
    public static HostileFile at(Path file, String name, Class<? extends RuntimeException> refusal, Reader reader) {
        return new HostileFile(refusal, reader, file, name);
    }

    /** Writes the bytes, has them read, and answers whether the reader accepted them. */
    public boolean offer(byte[] bytes) {
        try {
            Files.write(file, bytes);
            Future<Throwable> reading = READERS.submit(() -> outcome(bytes.length));
            return accepted(reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            return fail("the reader did not end within " + PATIENCE_SECONDS + " s", e);
        } catch (ExecutionException e) {
            return fail(e.getCause().getMessage(), e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted", e);
        }
    }

    /** What the reader throws, or null; runs on the reader's own thread, whose allocations alone are counted. */
    private Throwable outcome(long size) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Throwable thrown = null;
        try {
            reader.read(file);
        } catch (Throwable t) { // an Error, too, is an answer to be judged
            thrown = t;
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).as("bytes allocated for a file of %d bytes", size).isLessThan(FIXED + PER_BYTE * size);
        return thrown;
    }

    private boolean accepted(Throwable thrown) {
        if (thrown == null) {
            return true;
        }
        if (!refusal.isInstance(thrown)) {
            fail("a file was answered with " + thrown, thrown);
        }
        assertThat(thrown.getMessage())
                .as("the sentence of a refusal")
                .contains(name)
                .hasSizeBetween(30, 10_000);
        return false;
    }
}
