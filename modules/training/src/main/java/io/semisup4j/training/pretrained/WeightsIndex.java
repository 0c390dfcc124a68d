package io.semisup4j.training.pretrained;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands beside exported weights in a JSON file of the same name: what they are, and that they are what was written.
 *
 * @param format version of this file's format
 * @param file name of the weights' file
 * @param sha256 digest of the weights' file, hexadecimal
 * @param training where the weights come from
 * @param tensors names, formats and shapes in the order of the official state dictionary
 */
record WeightsIndex(int format, String file, String sha256, TrainingRecord training, List<Entry> tensors) {
    private static final Logger LOG = LoggerFactory.getLogger(WeightsIndex.class);
    private static final int FORMAT = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** One tensor. */
    record Entry(String name, String dtype, List<Long> shape) {}

    static WeightsIndex of(Path file, String sha256, TrainingRecord training, TensorSource tensors) {
        List<Entry> entries = new ArrayList<>();
        for (String name : tensors.names()) {
            List<Long> shape = Arrays.stream(tensors.shape(name)).boxed().toList();
            entries.add(new Entry(name, tensors.dtype(name).name(), shape));
        }
        return new WeightsIndex(FORMAT, file.getFileName().toString(), sha256, training, entries);
    }

    /** Beside {@code encoder.safetensors} it is {@code encoder.json}. */
    static Path beside(Path weights) {
        String name = weights.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return weights.resolveSibling((dot < 1 ? name : name.substring(0, dot)) + ".json");
    }

    /**
     * Refuses weights whose index belongs to other contents. Weights without an index, or beside another program's JSON
     * file, are taken as they are.
     */
    static void requireIntact(Path weights) {
        Path index = beside(weights);
        try {
            JsonNode root = Files.exists(index) ? JSON.readTree(Files.readAllBytes(index)) : JSON.nullNode();
            String expected = root.path("sha256").asText();
            boolean ours =
                    root.path("file").asText().equals(weights.getFileName().toString());
            if (ours && !expected.equals(FileDigest.sha256(weights))) {
                throw new WeightsException("The contents of " + weights + " are not those that " + index
                        + " was written for: the digest differs, so the file is damaged or was exchanged. Export it"
                        + " again, or delete the index if you trust the file.");
            }
        } catch (JsonProcessingException foreign) {
            LOG.info("{} is not an index of weights and is passed over.", index);
        } catch (IOException e) {
            throw new WeightsException(index + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an index must always be writable as JSON", e);
        }
    }
}
