package io.semisup4j.training.state;

import java.util.regex.Pattern;

/** Which names parts and vectors of a state may have: those that are safe as file names everywhere. */
public final class StateNames {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private StateNames() {}

    /** Returns the name, or refuses it with an {@link IllegalArgumentException}. */
    public static String check(String name) {
        if (!LEGAL.matcher(name).matches()) {
            throw new IllegalArgumentException("the state name '" + name
                    + "' cannot be saved; use letters, digits, '_', '-' and '.', not beginning with '-' or '.'");
        }
        return name;
    }
}
