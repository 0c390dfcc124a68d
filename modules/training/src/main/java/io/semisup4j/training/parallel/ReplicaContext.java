package io.semisup4j.training.parallel;

import io.semisup4j.engine.collective.Exchange;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.deeplearning4j.parallelism.factory.TrainerContext;
import org.deeplearning4j.parallelism.trainer.Trainer;

/** Gives the wrapper a trainer for each device, and keeps their replicas. */
final class ReplicaContext implements TrainerContext {
    private final Rounds rounds;
    private final Exchange exchange;
    private final Replica.Factory factory;
    private final AtomicReferenceArray<Replica> replicas;

    ReplicaContext(Rounds rounds, Exchange exchange, int devices, Replica.Factory factory) {
        this.rounds = rounds;
        this.exchange = exchange;
        this.factory = factory;
        this.replicas = new AtomicReferenceArray<>(devices);
    }

    Rounds rounds() {
        return rounds;
    }

    Exchange exchange() {
        return exchange;
    }

    Replica first() {
        return replicas.get(0);
    }

    void copyFirstToOthers() {
        for (int rank = 1; rank < replicas.length(); rank++) {
            replicas.get(rank).copyFrom(first());
        }
    }

    /** Makes the replica of a device, on the calling thread. */
    Replica make(int rank, Worker worker) {
        Replica replica = factory.make(worker);
        replicas.set(rank, replica);
        return replica;
    }

    @Override
    public Trainer create(
            String uuid,
            int threadId,
            Model model,
            int rootDevice,
            boolean useMultiDataSets,
            ParallelWrapper wrapper,
            WorkspaceMode workspaceMode,
            int averagingFrequency) {
        return new ReplicaTrainer(uuid + "_" + threadId, threadId, this);
    }

    @Override
    public void init(Model model, Object... arguments) {
        // replicas are made on their own threads
    }

    @Override
    public void finalizeRound(Model original, Model... models) {
        // the workers go on by themselves
    }

    @Override
    public void finalizeTraining(Model original, Model... models) {
        // the first replica works on the caller's own arrays
    }
}
