package io.semisup4j.reporting.folder;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The end of a complete run, {@code {"experiment": .., "metrics": {..}, "seconds": ..}}.
 *
 * @param experiment the experiment's name
 * @param metrics final numbers by stable name, for example {@code paws.softnn.top1}; accuracies are fractions
 * @param seconds wall time of the process that completed the run
 */
public record ResultFile(String experiment, Map<String, Double> metrics, double seconds) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public ResultFile {
        metrics = new TreeMap<>(metrics);
    }

    /** Writes the file whole; metrics are in the order of their names. */
    public void write(Path file) throws IOException {
        WholeFile.write(file, MAPPER.writeValueAsString(this) + "\n");
    }

    /** Reads what {@link #write} has written. */
    public static ResultFile read(Path file) throws IOException {
        return MAPPER.readValue(file.toFile(), ResultFile.class);
    }
}
