package io.semisup4j.data.cifar;

import java.util.List;

/**
 * What the metadata file of a layout says.
 *
 * @param classes names of the classes, in order of the labels
 * @param recordsPerFile records in every batch file, or 0 where the layout does not say
 */
record CifarMeta(List<String> classes, int recordsPerFile) {
    /** The class names of a text file, one a line. */
    static CifarMeta ofText(String text) {
        return new CifarMeta(
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(), 0);
    }
}
