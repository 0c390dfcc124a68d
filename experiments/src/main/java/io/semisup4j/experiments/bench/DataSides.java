package io.semisup4j.experiments.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.semisup4j.experiments.bench.figures.Median;
import io.semisup4j.experiments.bench.process.BenchmarkException;
import io.semisup4j.experiments.bench.process.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data path of ours and of Pillow with torchvision, which take turns in one thread each. */
final class DataSides {
    private static final int WARM_UP = 30;
    private static final String LABEL = "data.imagenet";

    private DataSides() {}

    /** Medians in pictures per core-second, and ours over the peer's if there is one: higher is better. */
    static Map<String, Double> measure(Path folder, int pictures, int rounds, Optional<Peer> peer)
            throws IOException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ours.add(DataPath.measure(folder, WARM_UP, pictures).picturesPerCoreSecond());
            if (peer.isPresent()) {
                others.add(rate(peer.get(), folder, pictures));
            }
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(LABEL + ".picturesPerCoreSecond", median(ours));
        if (peer.isPresent()) {
            metrics.put(LABEL + ".peerPicturesPerCoreSecond", median(others));
            metrics.put(LABEL + ".ratio", median(ours) / median(others));
        }
        return metrics;
    }

    private static double rate(Peer peer, Path folder, int pictures) throws IOException, InterruptedException {
        String said = peer.output(DataPath.SCRIPT, folder.toAbsolutePath().toString(), Integer.toString(pictures));
        String last = said.substring(said.lastIndexOf('\n') + 1);
        try {
            return new JsonMapper().readTree(last).path("picturesPerCoreSecond").asDouble();
        } catch (IOException noJson) {
            throw new BenchmarkException("The peer's data path cannot be measured; it said: " + last);
        }
    }

    private static double median(List<Double> values) {
        return Median.of(values, value -> value);
    }
}
