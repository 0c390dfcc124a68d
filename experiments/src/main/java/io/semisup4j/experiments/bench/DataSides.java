package io.semisup4j.experiments.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.semisup4j.experiments.bench.figures.Median;
import io.semisup4j.experiments.bench.process.BenchmarkException;
import io.semisup4j.experiments.bench.process.Peer;
import io.semisup4j.experiments.launch.DataFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data paths of ours and of Pillow with torchvision, which take turns in one thread each.
 *
 * @param pictures of a round
 * @param rounds of each
 * @param peer if there is one
 */
record DataSides(int pictures, int rounds, Optional<Peer> peer) {
    private static final Logger LOG = LoggerFactory.getLogger(DataSides.class);
    private static final String SCRIPT = "/benchmark/data_path.py";

    /** Metrics of every path whose data set is there, with a warning if none is. */
    Map<String, Double> measure(DataFolders data) throws IOException, InterruptedException {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (DataPath path : DataPath.ALL) {
            Optional<Path> folder = data.given(path.need().name());
            if (folder.isPresent()) {
                metrics.putAll(measure(path, folder.get()));
            }
        }
        if (metrics.isEmpty()) {
            LOG.warn("No data path is measured: give -Ddata.imagenet=DIR, -Ddata.cifar10=DIR or both.");
        }
        return metrics;
    }

    /** Medians in pictures per core-second, and ours over the peer's if there is one: higher is better. */
    private Map<String, Double> measure(DataPath path, Path folder) throws IOException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ours.add(path.picturesPerCoreSecond(folder, pictures));
            if (peer.isPresent()) {
                others.add(rate(peer.get(), path, folder));
            }
        }
        String label = "data." + path.name();
        LOG.info("{}: {} pictures a core-second, the peer {}", label, ours, others);
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(label + ".picturesPerCoreSecond", median(ours));
        if (peer.isPresent()) {
            metrics.put(label + ".peerPicturesPerCoreSecond", median(others));
            metrics.put(label + ".ratio", median(ours) / median(others));
        }
        return metrics;
    }

    private double rate(Peer other, DataPath path, Path folder) throws IOException, InterruptedException {
        String said = other.output(SCRIPT, path.name(), folder.toAbsolutePath().toString(), Integer.toString(pictures));
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
