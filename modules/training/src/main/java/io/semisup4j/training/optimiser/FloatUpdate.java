package io.semisup4j.training.optimiser;

import java.util.List;
import org.bytedeco.javacpp.indexer.FloatIndexer;

/**
 * In one pass over float vectors in the processor's memory, where BLAS would read and write them three to six times. Every
 * element is rounded as Java rounds, the same on every processor.
 */
final class FloatUpdate implements VectorUpdate {
    private static final long LONGEST = 1 << 14;

    private final FloatIndexer parameters;
    private final FloatIndexer gradients;
    private final FloatIndexer momentum;
    private final List<Stretch> stretches;
    private final Team team;

    /** With so many threads, which share every step. */
    FloatUpdate(
            List<Segment> segments,
            FloatIndexer parameters,
            FloatIndexer gradients,
            FloatIndexer momentum,
            int threads) {
        this.parameters = parameters;
        this.gradients = gradients;
        this.momentum = momentum;
        this.stretches = Stretch.of(segments, LONGEST);
        this.team = new Team(threads);
    }

    @Override
    public void apply(List<Update> updates) {
        team.each(stretches, stretch -> update(stretch, updates.get(stretch.segment())));
    }

    private void update(Stretch stretch, Update how) {
        float m = (float) how.momentum();
        float rate = (float) how.rate();
        float decay = (float) how.decay();
        boolean nesterov = how.nesterov();
        long end = stretch.to();
        for (long i = stretch.from(); i < end; i++) {
            float p = parameters.get(i);
            float u = -rate * gradients.get(i) - decay * p;
            float v = m * momentum.get(i) + u;
            momentum.put(i, v);
            parameters.put(i, p + (nesterov ? u + m * v : v));
        }
    }
}
