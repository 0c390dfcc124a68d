package io.semisup4j.experiments.soak;

import io.semisup4j.data.drawn.DrawnShapes;
import io.semisup4j.data.drawn.ShapesSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of three stages (pre-training, fine-tuning, supervised) with more than a hundred small steps on a few drawn
 * pictures, saved after every step.
 *
 * @param pictures the folder of the pictures
 */
record TinyRun(Path pictures) {
    /** Draws the pictures below the folder. */
    static TinyRun in(Path folder) {
        return new TinyRun(DrawnShapes.ensure(ShapesSpec.of(5).withSizes(400, 50), folder));
    }

    /** The launcher's properties for a run in the folder. */
    List<String> settings(Path runFolder, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "-Dexperiment=paws-cifar10-few",
                "-Ddata.cifar10=" + pictures,
                "-Drun.dir=" + runFolder,
                "-Dset.labelsPerClass=4",
                "-Dset.paws.views.largeSize=16",
                "-Dset.paws.views.smallSize=8",
                "-Dset.paws.batch.images=40",
                "-Dset.paws.batch.supportImages=2",
                "-Dset.paws.optimisation.epochs=6",
                "-Dset.fineTuning.epochs=2",
                "-Dset.supervised.batch=40",
                "-Dset.supervised.optimisation.epochs=6",
                "-Dset.run.evaluateEpochs=2",
                "-Dset.run.saveSteps=1"));
        settings.addAll(List.of(more));
        return settings;
    }
}
