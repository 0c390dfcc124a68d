package io.semisup4j.training.parallel;

import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.state.Stateful;
import java.util.List;
import java.util.Map;

/**
 * What one device trains with.
 *
 * @param step reads its own share of the data
 * @param parts everything of it that must survive a stop, by stable names; all replicas have the same ones
 * @param resources closed when the training is over, such as its data feed
 */
public record Replica(TrainStep step, Map<String, Stateful> parts, List<AutoCloseable> resources) {
    public Replica {
        parts = Map.copyOf(parts);
        resources = List.copyOf(resources);
    }

    /** Makes the replica of a device; called on the device's own thread. */
    @FunctionalInterface
    public interface Factory {
        Replica make(Worker worker);
    }

    /** Takes over the state of another replica. */
    void copyFrom(Replica other) {
        parts.forEach((name, part) -> {
            Stateful source = other.parts.get(name);
            for (int i = 0; i < part.vectors().size(); i++) {
                part.vectors().get(i).array().assign(source.vectors().get(i).array());
            }
            part.restore(source.values());
        });
    }

    void close() {
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException(resource + " cannot be closed", e);
            }
        }
    }
}
