package io.semisup4j.reporting.html;

import io.semisup4j.reporting.guard.Allowance;
import io.semisup4j.reporting.guard.Guarded;
import io.semisup4j.training.loop.EpochEvent;
import io.semisup4j.training.loop.Measurement;
import io.semisup4j.training.loop.StepEvent;
import io.semisup4j.training.loop.TrainingListener;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Keeps the report up to date while a run goes on: after an epoch and its measurements, as often as it costs no more than
 * half a per cent of the time.
 */
public final class ReportLog implements TrainingListener {
    private static final double SHARE = 0.005;
    private static final double GRACE_SECONDS = 0.5;

    private final Path folder;
    private final InstantSource clock;
    private final Allowance allowance = new Allowance(SHARE, GRACE_SECONDS);
    private boolean due;
    private boolean broken;

    /** For the run in this folder. */
    public ReportLog(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void onEpoch(EpochEvent event) {
        due = true;
    }

    @Override
    public void onMeasured(Measurement measurement) {
        due = true;
    }

    /** An epoch and the measurements after it get one page, together. */
    @Override
    public void onStep(StepEvent event) {
        if (due && !broken && allowance.affords()) {
            due = false;
            allowance.spend(this::write);
        }
    }

    /** Writes it now, as at the beginning and at the end of a run. */
    public void write() {
        broken = !Guarded.succeeds("report", () -> RunReport.write(folder, clock.instant()));
    }
}
