package io.semisup4j.experiments.docs;

import io.semisup4j.config.Incidental;
import io.semisup4j.experiments.launch.Experiment;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page docs/configuration.md: every key of every experiment. */
final class ConfigurationReference {
    private static final String HEAD =
            """
            # Configuration reference

            Made from the configuration records by `ConfigurationReferenceTest`; after a change of a record write it anew
            with `mvn test -pl experiments -am -Dtest=ConfigurationReferenceTest -Dupdate.docs=true
            -Dsurefire.failIfNoSpecifiedTests=false`.

            A value is given as `-Dset.KEY=VALUE` or in a YAML file under `-Dconfig=FILE`. Unknown keys and impossible values
            are told all at once, before anything starts. `-Dexperiment=show -Dname=NAME` prints an experiment's values.
            Values marked *free* change how a run is carried out but none of its numbers: they may differ when it is continued.
            """;

    private final List<? extends Experiment<?>> experiments;
    private final StringBuilder page = new StringBuilder();

    private ConfigurationReference(List<? extends Experiment<?>> experiments) {
        this.experiments = experiments;
    }

    static String of(List<? extends Experiment<?>> all) {
        Map<Class<?>, List<Experiment<?>>> byType = new LinkedHashMap<>();
        all.forEach(experiment -> byType.computeIfAbsent(experiment.config().getClass(), type -> new ArrayList<>())
                .add(experiment));
        return byType.values().stream()
                .map(experiments -> new ConfigurationReference(experiments).text())
                .collect(Collectors.joining("\n", HEAD + "\n", ""));
    }

    private String text() {
        page.append("## ")
                .append(experiments.stream().map(e -> "`" + e.name() + "`").collect(Collectors.joining(", ")))
                .append("\n\n| key | values | default | meaning |\n|---|---|---|---|\n");
        rows("", experiments.stream().map(e -> (Object) e.config()).toList());
        return page.toString();
    }

    /** @param records the same group in every experiment */
    private void rows(String path, List<?> records) {
        Class<?> type = records.get(0).getClass();
        Meanings meanings = Meanings.of(type);
        for (RecordComponent component : type.getRecordComponents()) {
            String key = path.isEmpty() ? component.getName() : path + "." + component.getName();
            List<Object> values =
                    records.stream().map(record -> value(record, component)).toList();
            boolean group = component.getType().isRecord();
            String meaning = meanings.of(component.getName(), component.getType());
            row("`" + key + "`", group ? "group" : kind(component), group ? "" : defaults(values), meaning);
            if (group) {
                rows(key, values);
            }
        }
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static Object value(Object record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String defaults(List<Object> values) {
        if (values.stream().distinct().count() == 1) {
            return String.valueOf(values.get(0));
        }
        List<String> each = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            each.add(experiments.get(i).name() + ": " + values.get(i));
        }
        return String.join("<br>", each);
    }

    private static String kind(RecordComponent component) {
        Class<?> type = component.getType();
        String name = type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
                : switch (type.getSimpleName()) {
                    case "int", "long", "Integer", "Long" -> "whole number";
                    case "double", "float", "Double", "Float" -> "number";
                    case "boolean", "Boolean" -> "true, false";
                    case "String" -> "text";
                    default -> type.getSimpleName().toLowerCase();
                };
        // Constraints stand on the accessor, which Java copies them to; marks of ours on the component itself.
        String bounds = Stream.of(component.getAccessor().getAnnotations(), component.getAnnotations())
                .flatMap(Arrays::stream)
                .map(ConfigurationReference::bound)
                .filter(bound -> !bound.isEmpty())
                .collect(Collectors.joining(", "));
        return name + (bounds.isEmpty() ? "" : ", " + bounds);
    }

    /** A constraint in words; the annotation's own text has all there is to know. */
    private static String bound(Annotation annotation) {
        if (annotation instanceof Incidental) {
            return "*free*";
        }
        String text = annotation.toString();
        String value =
                text.replaceAll("(?s).*?(?<![\\w])value=\"?([^\",)]*).*", "$1").replaceAll("L$", "");
        boolean strict = text.contains("inclusive=false");
        return switch (annotation.annotationType().getSimpleName()) {
            case "Min", "DecimalMin" -> (strict ? "above " : "at least ") + value;
            case "Max", "DecimalMax" -> (strict ? "below " : "at most ") + value;
            case "Positive" -> "above 0";
            case "PositiveOrZero" -> "at least 0";
            case "NotBlank", "NotEmpty" -> "not empty";
            default -> "";
        };
    }
}
