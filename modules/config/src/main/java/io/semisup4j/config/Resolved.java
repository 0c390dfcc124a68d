package io.semisup4j.config;

import java.util.List;
import java.util.Optional;

/**
 * What became of a configuration after overriding: the record, or every reason why there is none.
 *
 * @param config the valid configuration, present exactly if there is no problem
 * @param attempt the same if there is no problem; otherwise the published configuration with those new values that could
 *     be taken, perhaps out of their bounds: good for looking for further mistakes, never for a run
 * @param problems full sentences for the user
 */
public record Resolved<C extends Record>(Optional<C> config, C attempt, List<String> problems) {
    public Resolved {
        problems = List.copyOf(problems);
    }
}
