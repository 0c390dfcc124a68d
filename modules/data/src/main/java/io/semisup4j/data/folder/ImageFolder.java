package io.semisup4j.data.folder;

import io.semisup4j.data.dataset.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A data set in folders: ImageNet's layout {@code train/CLASS/FILE} and {@code val/CLASS/FILE}, or any folder that holds
 * one folder for each class. The class list is that of the training pictures, so that a label means the same class in
 * both parts, also where the validation pictures lack a class.
 *
 * @param train the training pictures
 * @param val the validation pictures, if there is such a folder beside them
 */
public record ImageFolder(FolderImages train, Optional<FolderImages> val) {
    private static final String TRAIN = "train";
    private static final String VAL = "val";

    /**
     * Lists a data set; pictures are decoded when they are looked at.
     *
     * @param root the folder that holds {@code train}, and {@code val} if there is one; without {@code train} in it, it
     *     is itself the folder of class folders
     * @param unreadable what becomes of pictures that cannot be read
     * @throws DataException if there is no such folder, no picture in it, or a class folder that {@code train} lacks
     */
    public static ImageFolder load(Path root, Unreadable unreadable) {
        FolderImages train = tree(trainFolder(root), unreadable);
        return new ImageFolder(
                train,
                valFolder(root)
                        .map(folder -> unreadable.leaveOut(FolderImages.of(ClassTree.list(folder), train.classes()))));
    }

    /** Where the class folders of the training pictures are: {@code train}, or the folder itself. */
    public static Path trainFolder(Path root) {
        Path train = root.resolve(TRAIN);
        return Files.isDirectory(train) ? train : root;
    }

    /** Where the class folders of the validation pictures are: {@code val} beside {@code train}, if both exist. */
    public static Optional<Path> valFolder(Path root) {
        Path val = root.resolve(VAL);
        return Optional.of(val).filter(folder -> Files.isDirectory(root.resolve(TRAIN)) && Files.isDirectory(folder));
    }

    /**
     * Takes validation pictures out of the training pictures.
     *
     * @param indices which ones, in ascending order
     */
    public ImageFolder splitOff(int[] indices) {
        int[] kept = IntStream.range(0, train.size())
                .filter(index -> Arrays.binarySearch(indices, index) < 0)
                .toArray();
        return new ImageFolder(train.without(indices), Optional.of(train.without(kept)));
    }

    /** The validation pictures of a data set that must have them. */
    public FolderImages requireVal() {
        return val.orElseThrow(() -> new DataException("there is no folder " + VAL + " beside " + train.root()
                + "; put the validation pictures there, one folder for each class."));
    }

    private static FolderImages tree(Path root, Unreadable unreadable) {
        ClassTree tree = ClassTree.list(root);
        return unreadable.leaveOut(FolderImages.of(tree, tree.classes()));
    }
}
