package io.semisup4j.experiments.bench;

import io.semisup4j.experiments.bench.process.StepTime;
import java.util.List;
import java.util.Optional;

/** Measured steps as comma-separated values, ours beside those of the peer that were measured next to them. */
final class StepTimes {
    private StepTimes() {}

    /** A head and a line for each step; without a peer its columns are left out. */
    static String table(List<StepTime> ours, Optional<List<StepTime>> peer) {
        StringBuilder lines = new StringBuilder("step,seconds,cpuSeconds");
        lines.append(peer.isPresent() ? ",peerSeconds,peerCpuSeconds\n" : "\n");
        for (int i = 0; i < ours.size(); i++) {
            int step = i;
            lines.append(step + 1).append(cells(ours.get(step)));
            peer.ifPresent(theirs -> lines.append(cells(theirs.get(step))));
            lines.append('\n');
        }
        return lines.toString();
    }

    private static String cells(StepTime time) {
        return "," + time.wallSeconds() + "," + time.cpuSeconds();
    }
}
