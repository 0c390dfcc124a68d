package io.semisup4j.training.parallel;

import io.semisup4j.engine.collective.Group;
import io.semisup4j.training.loop.StepResult;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.parallelism.trainer.Trainer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** One device under the wrapper: makes its replica on its own thread and runs its steps. */
final class ReplicaTrainer implements Trainer, Worker {
    private static final long PATIENCE_SECONDS = 5;

    private final String uuid;
    private final int rank;
    private final ReplicaContext context;
    private final Rounds rounds;
    private final Group group;
    private final ReplicaModel model = new ReplicaModel();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean hasAveraged;

    ReplicaTrainer(String uuid, int rank, ReplicaContext context) {
        this.uuid = uuid;
        this.rank = rank;
        this.context = context;
        this.rounds = context.rounds();
        this.group = context.exchange().group(rank);
    }

    /** Ends every wait of the others if anything is thrown here, running out of memory included. */
    @Override
    public void run() {
        try {
            train();
        } catch (Throwable thrown) {
            rounds.fail(thrown);
            context.exchange().fail(rank, thrown);
        } finally {
            Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
            ended.countDown();
        }
    }

    private void train() {
        Replica replica = context.make(rank, this);
        try {
            rounds.ready();
            while (rounds.awaitWork(rank)) {
                hasAveraged = false;
                StepResult result = replica.step().run(rounds.step());
                if (!hasAveraged) {
                    throw new IllegalStateException("the step has trained device " + rank
                            + " without averaging its gradients, so the devices would drift apart");
                }
                rounds.finish(rank, result);
            }
        } finally {
            replica.close();
        }
    }

    @Override
    public Group group() {
        return group;
    }

    @Override
    public void average(INDArray exchanged) {
        if (hasAveraged) {
            throw new IllegalStateException("a step averages its gradients once, but this one did so again");
        }
        group.meet("averaging");
        model.exchange(exchanged);
        hasAveraged = true;
        rounds.awaitAverage();
    }

    @Override
    public void feedMultiDataSet(MultiDataSet ticket, long etlMilliseconds) {
        rounds.start(rank);
    }

    @Override
    public void waitTillRunning() {
        rounds.awaitArrivals();
    }

    @Override
    public Model getModel() {
        return model;
    }

    @Override
    public boolean averagingRequired() {
        return true;
    }

    @Override
    public String getUuid() {
        return uuid;
    }

    @Override
    public boolean isRunning() {
        return ended.getCount() > 0;
    }

    @Override
    public void shutdown() {
        rounds.close();
        try {
            // A device that computes or waits for data may take a while; the wrapper need not.
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        // the wrapper's executor runs it
    }

    @Override
    public void setUncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler) {
        // nothing is uncaught
    }

    @Override
    public void feedDataSet(DataSet dataSet, long etlMilliseconds) {
        throw new UnsupportedOperationException("steps read their data by themselves");
    }

    @Override
    public void updateModelParams(INDArray parameters) {
        throw new UnsupportedOperationException("parameters stay on their devices; gradients are averaged");
    }

    @Override
    public void updateUpdaterParams(INDArray parameters) {
        throw new UnsupportedOperationException("optimisers stay on their devices; gradients are averaged");
    }

    @Override
    public void updateModel(Model other) {
        throw new UnsupportedOperationException("replicas follow the first one's state, not a model's");
    }
}
