package io.semisup4j.data.pipeline;

/**
 * A batch handed out by a loader. Its arrays are lent: they hold this batch until the loader is asked for the next one or
 * closed, and may be overwritten after that.
 */
public final class Batch {
    private final long step;
    private final BatchPlan plan;
    private final float[][] arrays;

    Batch(long step, BatchPlan plan, float[][] arrays) {
        this.step = step;
        this.plan = plan;
        this.arrays = arrays;
    }

    /** The training step that this batch is for. */
    public long step() {
        return step;
    }

    /** What was asked for: pictures, labels, order of the rows. */
    public BatchPlan plan() {
        return plan;
    }

    /** Rows of a part. */
    public int rows(int part) {
        return plan.part(part).size();
    }

    /** Shape of a part: rows, height, width, 3. */
    public long[] shape(int part) {
        var transform = plan.part(part).get(0).transform();
        return new long[] {rows(part), transform.height(), transform.width(), 3};
    }

    /** The views of a part, rows x height x width x 3, normalised; exactly that many floats. */
    public float[] array(int part) {
        return arrays[part];
    }
}
