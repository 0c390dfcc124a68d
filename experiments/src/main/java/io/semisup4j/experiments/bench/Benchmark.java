package io.semisup4j.experiments.bench;

import io.semisup4j.experiments.bench.process.BenchmarkException;
import io.semisup4j.experiments.bench.process.Peer;
import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Training steps of ours and of PyTorch's, alternately and repeatedly, each in a process of its own: time, ratio, peak
 * memory. Both begin with the same weights and inputs, and their first losses are compared. Where PyTorch is not
 * installed, ours are measured alone. The run folder also gets the table and, for each of our steps, a profile by
 * operation.
 *
 * <p>Cost: ten minutes on two idle cores. Needs nothing; the peer needs Python with PyTorch. Run: {@code mvn compile
 * exec:java -Dexperiment=benchmark}; with {@code -Dset.driftSteps=20 -Dset.repeatSteps=20} also how far Winograd's
 * convolutions lead away and whether steps repeat bit for bit, with {@code -Dset.dataPictures=100 -Ddata.imagenet=DIR} or
 * {@code -Dset.dataPictures=2000 -Ddata.cifar10=DIR} also the data path against Pillow's.
 */
public final class Benchmark implements Experiment<BenchmarkConfig> {
    private static final Logger LOG = LoggerFactory.getLogger(Benchmark.class);

    @Override
    public String name() {
        return "benchmark";
    }

    @Override
    public String summary() {
        return "time and memory of training steps beside PyTorch's, which take turns; needs no data";
    }

    @Override
    public BenchmarkConfig config() {
        return BenchmarkConfig.standard();
    }

    @Override
    public List<DataNeed> data(BenchmarkConfig config) {
        return config.dataPictures() > 0
                ? DataPath.ALL.stream().map(DataPath::need).toList()
                : List.of();
    }

    @Override
    public Outcome run(Run run, BenchmarkConfig config) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(run.folder().path().resolve("benchmark"));
        Optional<Peer> peer = peer(config, folder);
        SideBySide sides = new SideBySide(config, folder, peer, run.stop());
        List<Measured> all;
        Map<String, Double> metrics;
        try {
            all = sides.measureAll(run.stop());
            metrics = Roundings.measure(config, folder, peer, run.stop());
        } catch (BenchmarkException ended) {
            if (run.stop().requested()) { // Ctrl-C reaches the measured processes, too
                return Outcome.stopped();
            }
            throw ended;
        }
        if (run.stop().requested()) {
            return Outcome.stopped();
        }
        String table = Table.of(all);
        Files.writeString(folder.resolve("table.md"), table);
        LOG.info("\n{}", table);
        all.forEach(measured -> metrics.putAll(measured.metrics()));
        if (config.dataPictures() > 0) {
            metrics.putAll(new DataSides(config.dataPictures(), config.rounds(), peer).measure(run.data()));
        }
        return Outcome.complete(metrics);
    }

    private static Optional<Peer> peer(BenchmarkConfig config, Path folder) throws IOException, InterruptedException {
        Peer peer = Peer.unpack(config.python(), folder.resolve("peer"));
        Optional<String> problem = peer.problem();
        problem.ifPresent(sentence -> LOG.warn(
                "{}; only our own steps are measured. -Dset.python=PATH names a Python that has it.", sentence));
        return problem.isPresent() ? Optional.empty() : Optional.of(peer);
    }

    /** Starts this experiment. */
    public static void main(String[] args) {
        Launcher.launch(Benchmark.class, args);
    }
}
