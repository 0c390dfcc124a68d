package io.semisup4j.paws.config;

import io.semisup4j.data.folder.Unreadable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.nio.file.Path;

/**
 * Which pictures of a folder data set are used.
 *
 * @param skipList text file with pictures that are left out if they cannot be read, a name a line, relative to the data
 *     folder; every other unreadable picture ends the run; null to leave out none
 * @param testFraction where the data folder has no folder {@code val}: the part of each class that is measured on, and not
 *     learnt from
 * @param testSeed of the draw of these pictures
 */
public record PicturesConfig(
        Path skipList,
        @DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false) double testFraction,
        long testSeed) {

    /** All; a run fails at the first unreadable one. */
    public static PicturesConfig all() {
        return new PicturesConfig(null, 0.1, 0);
    }

    /** What becomes of unreadable pictures of a data set in that folder. */
    public Unreadable unreadable(Path root) {
        return skipList == null ? Unreadable.fail() : Unreadable.skipListed(root.resolve(skipList));
    }
}
