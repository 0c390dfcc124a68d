package io.semisup4j.training.parallel;

import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.dataset.api.MultiDataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;

/**
 * What the wrapper reads instead of data: an empty ticket for each worker and step, since replicas read their own data.
 * It is not asynchronous, because the wrapper's own prefetching hands out wrong batches.
 */
final class TicketIterator implements MultiDataSetIterator {
    private final transient Rounds rounds;

    TicketIterator(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public boolean hasNext() {
        return rounds.hasWork();
    }

    @Override
    public MultiDataSet next() {
        rounds.hand();
        return new MultiDataSet();
    }

    @Override
    public MultiDataSet next(int number) {
        return next();
    }

    @Override
    public boolean asyncSupported() {
        return false;
    }

    @Override
    public boolean resetSupported() {
        return false;
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException("steps go forward only");
    }

    @Override
    public void setPreProcessor(MultiDataSetPreProcessor preProcessor) {
        throw new UnsupportedOperationException("tickets hold nothing to process");
    }

    @Override
    public MultiDataSetPreProcessor getPreProcessor() {
        return null;
    }
}
