package io.semisup4j.reporting.exhibit;

/** Something that a report shows; a record that Jackson writes and reads. */
public sealed interface Exhibit permits Confusion, Embedding, Neighbours, Timing, Views {}
