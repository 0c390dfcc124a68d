package io.semisup4j.engine.runtime;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The ND4J backend of this process.
 *
 * @param name {@code cpu} or {@code cuda}
 * @param buildInfo how its native library was built
 * @param threads threads that the asking thread computes with
 */
public record Backend(String name, String buildInfo, int threads) {

    /** Loads ND4J; call {@link ProcessStart#prepare()} before. */
    public static Backend loaded() {
        // Before the native operations, which only Nd4j can find.
        boolean cpu = isCpu();
        var ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
        return new Backend(cpu ? "cpu" : "cuda", ops.buildInfo(), ops.ompGetMaxThreads());
    }

    /**
     * Threads that each of several workers computes with. Asked on a thread like theirs, because ND4J sets another
     * number on the one that loads it.
     */
    public static int threadsOfWorker() {
        AtomicInteger threads = new AtomicInteger();
        Thread worker = new Thread(() ->
                threads.set(NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads()));
        worker.start();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return threads.get();
    }

    /** Whether ND4J computes on the processor; loads it. */
    public static boolean isCpu() {
        return Nd4j.getBackend()
                .getClass()
                .getSimpleName()
                .toLowerCase(Locale.ROOT)
                .contains("cpu");
    }

    /** What is slow about this backend, in a sentence; empty if nothing is. */
    public Optional<String> warning() {
        if (name.equals("cpu") && !buildInfo.contains("HAVE_ONEDNN")) {
            return Optional.of("The native library was built without oneDNN, so convolutions are up to 18 times slower;"
                    + " put exactly one nd4j-native classifier with 'onednn' in its name on the classpath.");
        }
        return Optional.empty();
    }
}
