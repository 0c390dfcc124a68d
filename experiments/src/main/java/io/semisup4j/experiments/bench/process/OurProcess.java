package io.semisup4j.experiments.bench.process;

import io.semisup4j.experiments.bench.steps.StepRequest;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How our step is started: the same Java with the same flags and classes as this process. */
public final class OurProcess {
    private OurProcess() {}

    /**
     * The command for a step with a provider's kernels on so many threads.
     *
     * @param flags of Java, beside those of the provider
     */
    public static ProcessBuilder command(StepRequest request, Provider provider, int threads, String... flags) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(OurProcess::concernsMemory)
                .forEach(words::add);
        words.addAll(provider.flags());
        words.addAll(List.of(flags));
        words.addAll(List.of("-cp", classPath(), StepServer.class.getName()));
        words.addAll(request.arguments());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        return builder;
    }

    private static boolean concernsMemory(String flag) {
        return flag.startsWith("-X") || flag.startsWith("-Dorg.bytedeco") || flag.startsWith("--add-opens");
    }

    /** Maven runs experiments in a class loader of its own, whose jars the process's class path does not show. */
    private static String classPath() {
        return OurProcess.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(OurProcess::file).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static String file(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path entry is no file: " + url, e);
        }
    }
}
