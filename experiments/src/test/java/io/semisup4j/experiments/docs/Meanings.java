package io.semisup4j.experiments.docs;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the components of a record mean, from the javadoc in its source. */
final class Meanings {
    private static final Pattern TAG = Pattern.compile("@param (\\w+) ([^@]*)");

    private final String summary;
    private final Map<String, String> parameters = new HashMap<>();

    private Meanings(String javadoc) {
        Matcher tags = TAG.matcher(javadoc);
        while (tags.find()) {
            parameters.put(tags.group(1), tags.group(2).strip());
        }
        String text = javadoc.replaceAll("(?s)@param.*", "").strip();
        summary = text.replaceAll("(?s)\\. .*|\\.$", "");
    }

    static Meanings of(Class<?> record) {
        String source = Sources.of(record);
        int declaration = source.indexOf("record " + record.getSimpleName() + "(");
        int begin = source.lastIndexOf("/**", declaration);
        int end = source.indexOf("*/", begin);
        return new Meanings(begin < 0 ? "" : plain(source.substring(begin + 3, end)));
    }

    /** Of one component; of a group that has no words of its own those of its type. */
    String of(String component, Class<?> type) {
        String own = parameters.getOrDefault(component, "");
        return own.isEmpty() && type.isRecord() ? of(type).summary : own;
    }

    /** Without the margin's stars and javadoc's inline tags. */
    private static String plain(String javadoc) {
        return javadoc.replaceAll("(?m)^\\s*\\*", " ")
                .replaceAll("\\{@(?:code|link|value) ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|");
    }
}
