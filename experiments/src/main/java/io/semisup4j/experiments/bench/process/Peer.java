package io.semisup4j.experiments.bench.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PyTorch, set up as strongly as a user could: OpenBLAS with OpenMP's threads, and an allocator that gives no memory
 * back between steps.
 *
 * @param python the interpreter
 * @param scripts folder with the peer's scripts
 */
public record Peer(String python, Path scripts) {
    private static final List<String> SCRIPTS =
            List.of("peer.py", "surroundings.py", "steps.py", "nets.py", "optimisers.py", "tensors.py");
    /** Where Debian keeps the build whose threads do not fight with PyTorch's own. */
    private static final Path OPENMP_BLAS = Path.of("/usr/lib/x86_64-linux-gnu/openblas-openmp");

    /** Unpacks the scripts. */
    public static Peer unpack(String python, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String script : SCRIPTS) {
            try (InputStream in = Peer.class.getResourceAsStream("/benchmark/" + script)) {
                Files.copy(in, folder.resolve(script), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new Peer(python, folder);
    }

    /** Why there is no peer on this machine; empty if there is. */
    public Optional<String> problem() throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(python, "-c", "import torch")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0
                    ? Optional.empty()
                    : Optional.of("PyTorch is not installed for " + python + " ("
                            + said.substring(said.lastIndexOf('\n') + 1) + ")");
        } catch (IOException cannotStart) {
            return Optional.of("There is no Python at " + python);
        }
    }

    /** What one of the resources prints when it is run with some arguments to its end, complaints included. */
    public String output(String resource, String... arguments) throws IOException, InterruptedException {
        String file = resource.substring(resource.lastIndexOf('/') + 1);
        try (InputStream in = Peer.class.getResourceAsStream(resource)) {
            Files.copy(in, scripts.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> words =
                new ArrayList<>(List.of(python, scripts.resolve(file).toString()));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    /** The command for a step that {@code description} explains. */
    public ProcessBuilder command(Map<String, Object> description, Weights files, Provider provider, int threads)
            throws JsonProcessingException {
        Map<String, Object> request = new HashMap<>(description);
        request.put("threads", threads);
        request.put("bf16", provider.bf16());
        request.put("weights", files.weights().toAbsolutePath().toString());
        request.put("inputs", files.inputs().toAbsolutePath().toString());
        ProcessBuilder builder = new ProcessBuilder(
                python, scripts.resolve("peer.py").toString(), new JsonMapper().writeValueAsString(request));
        Map<String, String> environment = builder.environment();
        environment.put("OMP_NUM_THREADS", Integer.toString(threads));
        environment.put("MALLOC_MMAP_MAX_", "0");
        environment.put("MALLOC_TRIM_THRESHOLD_", "8000000000");
        environment.put("MALLOC_TOP_PAD_", "268435456");
        // What this process has set for ND4J would hamper another library.
        environment.keySet().removeAll(List.of("OPENBLAS_NUM_THREADS", "OPENBLAS_CORETYPE", "GOMP_SPINCOUNT"));
        if (Files.isDirectory(OPENMP_BLAS)) {
            environment.put("LD_LIBRARY_PATH", OPENMP_BLAS.toString());
        }
        return builder;
    }
}
