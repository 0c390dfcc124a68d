package io.semisup4j.engine.runtime;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sets the environment that native libraries read when they load. Three thread pools (OpenMP, ND4J's, OpenBLAS's) would
 * otherwise fight for the cores, and OpenBLAS would not know recent processors; {@code malloc} is told to keep what it
 * has. Call {@link #prepare()} before the
 * first ND4J class is touched; a value that the user has set wins.
 */
public final class ProcessStart {
    private ProcessStart() {}

    /** The C library's way to change the environment of the running process. */
    public interface CLibrary extends Library {
        /** Sets a variable; an existing one is kept if {@code overwrite} is 0. */
        int setenv(String name, String value, int overwrite);

        /** Sets a parameter of {@code malloc}; gives 1 if it is known. */
        int mallopt(int parameter, int value);
    }

    /** For one device that has all cores; see {@link #prepare(int)}. */
    public static void prepare() {
        prepare(1);
    }

    /**
     * Sets what is not set yet; harmless where there is no C library with {@code setenv}.
     *
     * @param devices workers that compute at the same time and share the cores
     */
    public static void prepare(int devices) {
        int cores = Runtime.getRuntime().availableProcessors();
        Map<String, String> wanted = environment(CpuFeatures.of(CpuFeatures.CPUINFO), cores, devices);
        try {
            CLibrary c = Native.load("c", CLibrary.class);
            wanted.forEach((name, value) -> c.setenv(name, value, 0));
            NativeHeap.keepPages(c, System.getenv());
        } catch (UnsatisfiedLinkError noSuchLibrary) {
            System.getLogger(ProcessStart.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "Cannot set {0} from inside this process; set them in the shell for full speed.",
                            wanted);
        }
    }

    static Map<String, String> environment(CpuFeatures cpu, int cores, int devices) {
        Map<String, String> wanted = new LinkedHashMap<>();
        if (devices > 1) {
            // Each worker has a team of threads; together they must not be more than the cores.
            wanted.put("OMP_NUM_THREADS", Integer.toString(Math.max(1, cores / devices)));
        }
        if (cpu.has("avx512f")) {
            wanted.put("OPENBLAS_CORETYPE", "SkylakeX");
        } else if (cpu.has("avx2")) {
            wanted.put("OPENBLAS_CORETYPE", "Haswell");
        }
        wanted.put("OPENBLAS_NUM_THREADS", "1");
        // Threads that wait for each other longer than a fraction of a millisecond leave the cores to the loader's
        // threads; to sleep at once would cost some five per cent, since a step is made of hundreds of short kernels.
        wanted.put("GOMP_SPINCOUNT", "20000");
        return wanted;
    }
}
