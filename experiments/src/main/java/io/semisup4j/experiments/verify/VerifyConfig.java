package io.semisup4j.experiments.verify;

/** A check has nothing to set; the data set is given as a folder. */
public record VerifyConfig() {}
