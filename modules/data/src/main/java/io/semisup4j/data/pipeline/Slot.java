package io.semisup4j.data.pipeline;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.Image;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One place of a loader's ring: the arrays of a batch and the work that fills them. The views of one picture are one
 * piece of work, so that the picture is decoded once. Everything but {@link #make} happens under the lock of the
 * {@link WorkQueue}, or while no thread knows the slot.
 */
final class Slot {
    /** A view and where it goes. */
    private record Target(ViewJob job, int part, int row) {}

    /** A picture of a set; sets are told apart as objects. */
    private record Picture(LabeledImages images, int index) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Picture picture && images == picture.images && index == picture.index;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(images) + index;
        }
    }

    private final long seed;
    private float[][] arrays = new float[0][];
    private long step;
    private BatchPlan plan;
    private List<List<Target>> pieces = List.of();
    private int nextPiece;
    private int unfinished;
    private int failedPiece;
    private DataException failure;

    Slot(long seed) {
        this.seed = seed;
    }

    /** Prepares the slot for a batch; nobody works on it meanwhile. Arrays are reused where their lengths fit. */
    void begin(long step, BatchPlan plan) {
        this.step = step;
        this.plan = plan;
        this.failure = null;
        if (arrays.length != plan.parts()) {
            arrays = new float[plan.parts()][0];
        }
        Map<Picture, List<Target>> byPicture = new LinkedHashMap<>();
        for (int part = 0; part < plan.parts(); part++) {
            List<ViewJob> jobs = plan.part(part);
            int length = Math.multiplyExact(jobs.size(), plan.rowLength(part));
            if (arrays[part].length != length) {
                arrays[part] = new float[length];
            }
            for (int row = 0; row < jobs.size(); row++) {
                ViewJob job = jobs.get(row);
                byPicture
                        .computeIfAbsent(new Picture(job.images(), job.image()), picture -> new ArrayList<>())
                        .add(new Target(job, part, row));
            }
        }
        pieces = List.copyOf(byPicture.values());
        nextPiece = 0;
        unfinished = pieces.size();
    }

    /** Whether a piece is left that nobody has taken. */
    boolean hasWork() {
        return nextPiece < pieces.size();
    }

    /** Takes a piece, which its taker then makes and reports. */
    int take() {
        return nextPiece++;
    }

    /** Makes the views of a piece; needs no lock. Null, or why it failed. */
    DataException make(int piece) {
        List<Target> targets = pieces.get(piece);
        int[] made = {0};
        try {
            ViewJob first = targets.get(0).job();
            first.images().withImage(first.image(), image -> {
                for (Target target : targets) {
                    write(image, target);
                    made[0]++;
                }
            });
            return null;
        } catch (Throwable e) { // Whatever it is, the consumer must learn it rather than wait for ever.
            return failed(targets.get(Math.min(made[0], targets.size() - 1)), e);
        }
    }

    private void write(Image image, Target target) {
        ViewJob job = target.job();
        int offset = target.row() * plan.rowLength(target.part());
        job.transform().apply(image, job.draws(seed), arrays[target.part()], offset);
    }

    private DataException failed(Target target, Throwable cause) {
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new DataException(
                "the batch of step " + step + " could not be made: part " + target.part() + ", row " + target.row()
                        + " (view " + target.job().view() + " of picture "
                        + target.job().image() + ") failed: " + reason,
                cause);
    }

    /** Reports a made piece. Pieces are taken in order, so the earliest failure is the same for any threads. */
    void finish(int piece, DataException failed) {
        unfinished--;
        if (failed != null && (failure == null || piece < failedPiece)) {
            failedPiece = piece;
            failure = failed;
        }
    }

    boolean finished() {
        return unfinished == 0;
    }

    /** The finished batch, or the failure of its first view that failed. */
    Batch batch() {
        if (failure != null) {
            throw failure;
        }
        return new Batch(step, plan, arrays.clone());
    }
}
