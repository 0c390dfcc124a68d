package io.semisup4j.engine.spec;

import io.semisup4j.engine.kernels.Format;

/** Changes of format, which a plan inserts by itself. */
public sealed interface FormatSpec extends OpSpec {

    /** x in one format; gives the same values in another (or the same) one. */
    record Reorder(Format from, Format to) implements FormatSpec {}
}
