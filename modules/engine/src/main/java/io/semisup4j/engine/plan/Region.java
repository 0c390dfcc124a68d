package io.semisup4j.engine.plan;

/** A run of arena elements that is occupied from one step to another. */
final class Region {
    final long size;
    final int firstStep;
    int lastStep;
    long offset;

    Region(long size, int firstStep, int lastStep) {
        this.size = size;
        this.firstStep = firstStep;
        this.lastStep = lastStep;
    }

    boolean overlapsInTime(Region other) {
        return firstStep <= other.lastStep && other.firstStep <= lastStep;
    }
}
