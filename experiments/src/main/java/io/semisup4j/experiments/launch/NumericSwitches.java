package io.semisup4j.experiments.launch;

import io.semisup4j.engine.plan.Precisions;
import io.semisup4j.engine.plan.Providers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The switches of the process that change a run's numbers although no configuration knows them. A run folder remembers
 * them, and a run goes on with those that it began with.
 */
final class NumericSwitches {
    private static final String PREFIX = "switch.";
    /** Each with what it means to leave it out. */
    private static final Map<String, String> SWITCHES = defaults();

    private NumericSwitches() {}

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put(Precisions.SWITCH, "float32");
        defaults.put(Providers.SWITCH, "all");
        defaults.putAll(Providers.numericSwitches());
        return defaults;
    }

    /** Those of this process, as they are remembered. */
    static Map<String, String> now() {
        Map<String, String> values = new LinkedHashMap<>();
        SWITCHES.forEach((name, otherwise) -> values.put(PREFIX + name, System.getProperty(name, otherwise)));
        return values;
    }

    /** What has changed since the run began; a folder that remembers none agrees with everything. */
    static List<String> problems(Map<String, String> before) {
        List<String> problems = new ArrayList<>();
        now().forEach((key, value) -> {
            String old = before.getOrDefault(key, value);
            if (!old.equals(value)) {
                String name = key.substring(PREFIX.length());
                problems.add("The run began with -D" + name + "=" + old + ", and now it is " + value
                        + ": its numbers would not be those of an unbroken run. Go on with -D" + name + "=" + old
                        + ", or begin anew in another folder with -Drun.dir=DIR.");
            }
        });
        return problems;
    }
}
