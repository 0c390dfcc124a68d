package io.semisup4j.engine.runtime;

import java.util.List;
import java.util.Optional;

/**
 * Finds out whether ND4J's CUDA backend can work here, before it is touched: it would die without saying what is
 * missing. Where the backend is not on the classpath there is nothing to find out.
 */
public final class CudaPreflight {
    static final String DRIVER = "libcuda.so.1";
    /** What ND4J's CUDA library is linked against, all of them parts of CUDA 11. */
    static final List<String> LIBRARIES = List.of("libcudart.so.11.0", "libcublas.so.11", "libcusolver.so.11");

    private static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";
    /** Where the optional jar with NVIDIA's libraries keeps them; JavaCPP unpacks them from there. */
    private static final String REDISTRIBUTED = "org/bytedeco/cuda/linux-x86_64/";

    private static final String INSTEAD = " Or compute on the CPU: leave -Pcuda out.";

    private CudaPreflight() {}

    /**
     * Asks the machine.
     *
     * @throws CudaException if the CUDA backend is to be used and cannot work
     */
    public static void check() {
        if (onClasspath(BACKEND)) {
            problem(new DriverCudaMachine()).ifPresent(sentence -> {
                throw new CudaException(sentence);
            });
        }
    }

    /** What is missing, in a sentence; nothing if all is there. */
    static Optional<String> problem(CudaMachine machine) {
        if (!machine.loads(DRIVER)) {
            return sentence("there is no NVIDIA driver (" + DRIVER + " cannot be loaded); install one for CUDA 11.6 or"
                    + " later.");
        }
        if (machine.devices() == 0) {
            return sentence("the NVIDIA driver finds no card; see whether nvidia-smi lists one, and whether"
                    + " CUDA_VISIBLE_DEVICES hides it.");
        }
        List<String> missing = LIBRARIES.stream()
                .filter(library -> !onClasspath(REDISTRIBUTED + library) && !machine.loads(library))
                .toList();
        if (!missing.isEmpty()) {
            return sentence("the CUDA 11.6 libraries are missing (" + String.join(", ", missing)
                    + " cannot be loaded); install CUDA 11.6 and let LD_LIBRARY_PATH name its lib64 folder.");
        }
        for (int device = 0; device < machine.devices(); device++) {
            ComputeCapability capability = machine.capability(device);
            if (!capability.isSupported()) {
                return sentence("card " + device + " has compute capability " + capability
                        + ", for which ND4J's CUDA library has no code; it has code for "
                        + ComputeCapability.supported() + " (hide the card with CUDA_VISIBLE_DEVICES if there is"
                        + " another).");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sentence(String what) {
        return Optional.of("CUDA cannot be used: " + what + INSTEAD);
    }

    private static boolean onClasspath(String resource) {
        return CudaPreflight.class.getClassLoader().getResource(resource) != null;
    }
}
