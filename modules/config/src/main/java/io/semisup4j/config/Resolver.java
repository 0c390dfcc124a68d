package io.semisup4j.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lays files and overrides over a published configuration and finds all that is wrong at once. */
public final class Resolver {
    private Resolver() {}

    /** The published configuration with the layers over it, later layers over earlier ones. */
    public static <C extends Record> Resolved<C> resolve(C published, List<Layer> layers) {
        Schema.Group schema = Schema.ofRecord(published.getClass());
        Merge merge = new Merge(schema, Trees.of(published, schema));
        Set<String> problems = new LinkedHashSet<>();
        for (Layer layer : layers) {
            problems.addAll(lay(layer, merge));
        }
        problems.addAll(merge.problems());
        Optional<C> config = bind(merge.tree(), published, problems);
        config.ifPresent(value -> problems.addAll(Constraints.check(value, schema, published, merge.failedKeys())));
        C attempt = config.orElse(published);
        return new Resolved<>(problems.isEmpty() ? config : Optional.empty(), attempt, new ArrayList<>(problems));
    }

    private static List<String> lay(Layer layer, Merge merge) {
        if (layer instanceof Layer.YamlFile file) {
            try {
                merge.overlay(Yaml.file(file.path()), String.valueOf(file.path().getFileName()));
            } catch (Yaml.UnusableFile e) {
                return List.of(e.getMessage());
            }
        } else if (layer instanceof Layer.Overrides overrides) {
            new TreeMap<>(overrides.values()).forEach(merge::set);
        }
        return List.of();
    }

    private static <C extends Record> Optional<C> bind(JsonNode tree, C published, Set<String> problems) {
        @SuppressWarnings("unchecked") // getClass() of a C is a Class of C
        Class<C> type = (Class<C>) published.getClass();
        try {
            return Optional.of(Trees.bind(tree, type));
        } catch (JsonMappingException e) {
            String path = e.getPath().stream()
                    .map(step -> step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()))
                    .collect(Collectors.joining("."));
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String reason =
                    cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
            problems.add((path.isEmpty() ? "" : path + ": ") + reason);
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked tree does not bind to " + type, e);
        }
    }
}
