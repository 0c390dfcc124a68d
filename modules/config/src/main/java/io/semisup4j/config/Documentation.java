package io.semisup4j.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the javadoc of a configuration record says about its values. It is read from the record's source, which the build
 * packs beside its class, so that nothing is said twice; a record without packed source has no words.
 */
final class Documentation {
    private static final Pattern TAG =
            Pattern.compile("@param (\\w+) (.*?)(?=@param|@return|@throws|\\*/)", Pattern.DOTALL);

    private Documentation() {}

    /** The words for every key of a configuration and of the groups in it, by dotted key. */
    static Map<String, String> of(Schema.Group schema) {
        Map<String, String> words = new LinkedHashMap<>();
        collect(schema, "", words);
        return words;
    }

    private static void collect(Schema.Group group, String path, Map<String, String> words) {
        Map<String, String> own = components(group.type());
        group.entries().forEach((name, entry) -> {
            String key = Keys.join(path, name);
            if (own.containsKey(name)) {
                words.put(key, own.get(name));
            }
            if (entry.schema() instanceof Schema.Group inner) {
                collect(inner, key, words);
            }
        });
    }

    /** The javadoc's words before {@code record NAME} by component. */
    static Map<String, String> components(Class<?> type) {
        Class<?> outer = type.getNestHost();
        try (InputStream source = outer.getResourceAsStream(outer.getSimpleName() + ".java")) {
            return source == null
                    ? Map.of()
                    : components(new String(source.readAllBytes(), StandardCharsets.UTF_8), type.getSimpleName());
        } catch (IOException e) {
            throw new UncheckedIOException("the source of " + outer + " cannot be read", e);
        }
    }

    private static Map<String, String> components(String source, String name) {
        Matcher declaration = Pattern.compile("record " + name + "\\b").matcher(source);
        Map<String, String> words = new LinkedHashMap<>();
        if (declaration.find()) {
            int begin = source.lastIndexOf("/**", declaration.start());
            Matcher tag = TAG.matcher(source.substring(Math.max(0, begin), declaration.start()));
            while (tag.find()) {
                words.put(tag.group(1), plain(tag.group(2)));
            }
        }
        return words;
    }

    /** One line without the marks of javadoc. */
    private static String plain(String text) {
        return text.replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                .replaceAll("\\{@\\w+\\s+([^}]*)}", "$1")
                .strip();
    }
}
