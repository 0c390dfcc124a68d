package io.semisup4j.reporting.folder;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What a run runs on, by name: experiment, program, Java, system, libraries. Nothing here loads ND4J, which must not
 * happen before the engine has set its environment.
 *
 * @param values in the order in which they are written
 */
public record Versions(Map<String, String> values) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Map<String, String> LIBRARIES = Map.of(
            "nd4j", "org.nd4j/nd4j-api",
            "onednn", "org.bytedeco/dnnl",
            "deeplearning4j", "org.deeplearning4j/deeplearning4j-core",
            "datavec", "org.datavec/datavec-api");

    /**
     * The present process running the named experiment.
     *
     * @param devices that train together, which decides how batches are formed
     */
    public static Versions of(String experiment, int devices) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("experiment", experiment);
        values.put("semisup4j", artifact("io.semisup4j/semisup4j-reporting", "unpackaged"));
        values.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        values.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        processor().ifPresent(name -> values.put("processor", name));
        values.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        values.put("devices", String.valueOf(devices));
        values.put("heapMiB", String.valueOf(Runtime.getRuntime().maxMemory() >> 20));
        LIBRARIES.keySet().stream().sorted().forEach(name -> values.put(name, artifact(LIBRARIES.get(name), "absent")));
        return new Versions(values);
    }

    /** The same and more. */
    public Versions with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Versions(all);
    }

    /** The experiment's name. */
    public String experiment() {
        return values.getOrDefault("experiment", "");
    }

    /** Writes the file whole. */
    public void write(Path file) throws IOException {
        WholeFile.write(file, MAPPER.writeValueAsString(values) + "\n");
    }

    /** Reads what {@link #write} has written. */
    public static Versions read(Path file) throws IOException {
        return new Versions(MAPPER.readValue(file.toFile(), new TypeReference<LinkedHashMap<String, String>>() {}));
    }

    /** The processor's name where Linux tells it. */
    private static Optional<String> processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException | UncheckedIOException e) { // another system
            return Optional.empty();
        }
    }

    /** The version that Maven wrote into a jar; a folder of classes has none. */
    private static String artifact(String coordinates, String otherwise) {
        String resource = "/META-INF/maven/" + coordinates + "/pom.properties";
        try (InputStream in = Versions.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
