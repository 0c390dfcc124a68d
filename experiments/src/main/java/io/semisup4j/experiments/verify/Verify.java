package io.semisup4j.experiments.verify;

import io.semisup4j.data.check.DataCheck;
import io.semisup4j.data.check.DataReport;
import io.semisup4j.data.dataset.DataException;
import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Reads every picture of a data set once and lists all that is wrong with it, in {@code problems.txt} of the run folder:
 * unreadable and repeated pictures, classes without pictures, training and validation folders that do not match, files
 * that nothing uses. The exit code is not 0 if there is anything.
 *
 * <p>Cost: about as long as reading all files, some hundred pictures a second and processor. Needs a data set.
 * Run: {@code mvn compile exec:java -Dexperiment=verify -Ddata.folder=DIR}
 */
public final class Verify implements Experiment<VerifyConfig> {
    /** Name of the data folder's property. */
    static final String FOLDER = "folder";

    static final String PROBLEMS = "problems.txt";

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String summary() {
        return "checks a data set (CIFAR-10, or pictures in class folders as ImageNet) and lists all that is wrong; "
                + "needs -Ddata.folder=DIR";
    }

    @Override
    public VerifyConfig config() {
        return new VerifyConfig();
    }

    @Override
    public List<DataNeed> data(VerifyConfig config) {
        return List.of(new DataNeed(FOLDER, "the data set to check, CIFAR-10 or one folder for each class", List.of()));
    }

    @Override
    public Outcome run(Run run, VerifyConfig config) throws IOException {
        Path folder = run.data().folder(FOLDER);
        DataReport report = DataCheck.of(folder);
        if (!report.problems().isEmpty()) {
            Path file = run.folder().path().resolve(PROBLEMS);
            Files.write(file, report.problems(), StandardCharsets.UTF_8);
            DataException.throwIfAny(
                    "the data set " + folder + ", of which " + report.pictures() + " pictures can be read ("
                            + report.problems().size() + " problems, all in " + file + "),",
                    report.problems());
        }
        return Outcome.complete(Map.of("verify.pictures", (double) report.pictures(), "verify.problems", 0.0));
    }

    /** Starts this experiment. */
    public static void main(String[] args) {
        Launcher.launch(Verify.class, args);
    }
}
