package io.semisup4j.config;

import java.util.List;

/** A configuration record with conditions that concern several of its values, such as "warm-up fits in the epochs". */
public interface SelfChecking {

    /**
     * Every broken condition as a full sentence that names the values; empty when all is well. It is asked only when
     * each value alone is legal.
     */
    List<String> problems();
}
