package io.semisup4j.data.cifar;

import io.semisup4j.data.dataset.DataException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The two layouts in which CIFAR-10 is distributed: names of folder and files. */
public enum CifarLayout {
    /** {@code cifar-10-batches-bin}: one label byte and 3072 bytes of colour planes a record. */
    BINARY("cifar-10-batches-bin", ".bin", "batches.meta.txt"),
    /** {@code cifar-10-batches-py}: pickled dictionaries. */
    PYTHON("cifar-10-batches-py", "", "batches.meta");

    private final String folder;
    private final String suffix;
    private final String meta;

    CifarLayout(String folder, String suffix, String meta) {
        this.folder = folder;
        this.suffix = suffix;
        this.meta = meta;
    }

    /** The name of the folder as it is distributed. */
    public String folder() {
        return folder;
    }

    /** The five training files, in the order that numbers the training pictures. */
    public List<String> trainFiles() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(i -> "data_batch_" + i + suffix)
                .toList();
    }

    /** The test file. */
    public String testFile() {
        return "test_batch" + suffix;
    }

    /** The file with the names of the classes. */
    public String metaFile() {
        return meta;
    }

    /** The layout of a file, by its name. */
    static CifarLayout ofFile(String name) {
        return name.endsWith(BINARY.suffix) ? BINARY : PYTHON;
    }

    CifarBatch parse(String file, byte[] bytes) {
        return this == BINARY ? CifarBinary.parse(file, bytes) : CifarPickle.parse(file, bytes);
    }

    CifarMeta parseMeta(String file, byte[] bytes) {
        return this == BINARY
                ? CifarMeta.ofText(new String(bytes, StandardCharsets.UTF_8))
                : CifarPickle.meta(file, bytes);
    }

    private List<String> allFiles() {
        List<String> files = new ArrayList<>(trainFiles());
        files.add(testFile());
        files.add(meta);
        return files;
    }

    /** A folder and the layout of the files in it. */
    record Found(CifarLayout layout, Path folder) {}

    /**
     * Finds the files: in {@code root} itself or in a folder of the distributed name below it, binary before Python.
     *
     * @throws DataException if the folder is missing, holds neither layout, or lacks some files, naming them
     */
    static Found find(Path root) {
        if (!Files.isDirectory(root)) {
            throw new DataException(
                    "the CIFAR-10 folder " + root + (Files.exists(root) ? " is a file" : " does not exist")
                            + "; give the folder that holds " + BINARY.folder + " or " + PYTHON.folder + ".");
        }
        for (CifarLayout layout : values()) {
            for (Path folder : List.of(root, root.resolve(layout.folder))) {
                List<String> missing = layout.allFiles().stream()
                        .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                        .toList();
                if (missing.isEmpty()) {
                    return new Found(layout, folder);
                }
                if (missing.size() < layout.allFiles().size()) {
                    throw new DataException("the CIFAR-10 folder " + folder + " lacks " + String.join(", ", missing)
                            + "; the " + layout.folder + " layout has " + String.join(", ", layout.allFiles())
                            + ". Copy the missing files there.");
                }
            }
        }
        throw new DataException("the CIFAR-10 folder " + root + " holds neither "
                + BINARY.trainFiles().get(0) + " nor "
                + PYTHON.trainFiles().get(0) + ", nor a folder " + BINARY.folder + " or " + PYTHON.folder
                + " with them; unpack cifar-10-binary.tar.gz or cifar-10-python.tar.gz there.");
    }
}
