package io.semisup4j.experiments.launch;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of one start of the launcher inside this process.
 *
 * @param code the exit code
 * @param text everything printed, runs of white space as single spaces
 */
record Started(int code, String text) {

    static Started with(DemoExperiment.Body body, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Map<String, String> system = new HashMap<>(Map.of("java.version", "17", "user.dir", "/"));
        Surroundings here = new Surroundings(
                new Console(printed, printed),
                () -> Instant.EPOCH,
                new Stopping(),
                devices -> printed.println("prepared for " + devices));
        Registry registry = new Registry(List.of(new DemoExperiment(body)));
        int code = new Launch(registry, here).answer(Request.of(system, List.of(arguments)));
        return new Started(code, bytes.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "));
    }

    static Started with(String... arguments) {
        return with(run -> {}, arguments);
    }
}
