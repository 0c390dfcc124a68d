package io.semisup4j.paws.config;

import io.semisup4j.data.folder.Unreadable;
import java.nio.file.Path;

/**
 * Which pictures of a folder data set are used.
 *
 * @param skipList text file with pictures that are left out if they cannot be read, a name a line, relative to the data
 *     folder; every other unreadable picture ends the run; null to leave out none
 */
public record PicturesConfig(Path skipList) {

    /** All; a run fails at the first unreadable one. */
    public static PicturesConfig all() {
        return new PicturesConfig(null);
    }

    /** What becomes of unreadable pictures of a data set in that folder. */
    public Unreadable unreadable(Path root) {
        return skipList == null ? Unreadable.fail() : Unreadable.skipListed(root.resolve(skipList));
    }
}
