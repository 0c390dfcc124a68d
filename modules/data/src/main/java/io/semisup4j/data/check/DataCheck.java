package io.semisup4j.data.check;

import io.semisup4j.data.cifar.Cifar10;
import io.semisup4j.data.cifar.CifarLayout;
import io.semisup4j.data.dataset.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Checks a data set of any kind that is understood: CIFAR-10's files, or pictures in class folders. */
public final class DataCheck {
    private DataCheck() {}

    /**
     * Reads everything once.
     *
     * @param root the folder of the data set
     * @throws DataException if there is no such folder
     */
    public static DataReport of(Path root) {
        if (!Files.isDirectory(root)) {
            throw new DataException("the data folder " + root + (Files.exists(root) ? " is a file" : " does not exist")
                    + "; give the folder of a data set.");
        }
        return isCifar(root) ? cifar(root) : FolderCheck.of(root);
    }

    private static boolean isCifar(Path root) {
        return Arrays.stream(CifarLayout.values())
                .flatMap(layout ->
                        Stream.concat(Stream.of(layout.folder(), layout.metaFile()), layout.trainFiles().stream()))
                .anyMatch(name -> Files.exists(root.resolve(name)));
    }

    private static DataReport cifar(Path root) {
        Cifar10 set;
        try {
            set = Cifar10.load(root);
        } catch (DataException e) {
            return new DataReport(0, e.problems());
        }
        return CifarCheck.of(set);
    }
}
