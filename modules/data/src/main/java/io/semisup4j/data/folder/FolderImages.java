package io.semisup4j.data.folder;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.decode.DecoderPool;
import io.semisup4j.data.decode.PictureDecoder;
import io.semisup4j.data.image.Image;
import java.net.URI;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.datavec.api.split.CollectionInputSplit;
import org.datavec.api.split.InputSplit;

/**
 * Pictures in files, decoded each time they are looked at: sorted by class, then by file name, as the official lists and
 * programs for ImageNet number them. Pixels are those of Pillow's {@code convert('RGB')}; see {@link PictureDecoder}.
 */
public final class FolderImages implements LabeledImages {
    private final Path root;
    private final List<String> classes;
    private final String[] paths;
    private final int[] labels;
    private final DecoderPool decoders = new DecoderPool();

    private FolderImages(Path root, List<String> classes, String[] paths, int[] labels) {
        this.root = root;
        this.classes = classes;
        this.paths = paths;
        this.labels = labels;
    }

    /**
     * The pictures of a tree, numbered by a class list.
     *
     * @param classes the label {@code k} means {@code classes.get(k)}; a class that the tree lacks keeps its number
     * @throws DataException naming every class folder that the list does not know
     */
    static FolderImages of(ClassTree tree, List<String> classes) {
        List<String> unknown =
                tree.classes().stream().filter(name -> !classes.contains(name)).toList();
        DataException.throwIfAny(
                "the folder " + tree.root(),
                unknown.stream()
                        .map(name -> "it has a folder " + name + ", which is none of the " + classes.size()
                                + " classes of the training pictures; rename or remove it.")
                        .toList());
        String[] paths = new String[tree.size()];
        int[] labels = new int[paths.length];
        int next = 0;
        for (int k = 0; k < tree.classes().size(); k++) {
            String name = tree.classes().get(k);
            Arrays.fill(labels, next, next + tree.files().get(k).size(), classes.indexOf(name));
            for (String file : tree.files().get(k)) {
                paths[next++] = name + "/" + file;
            }
        }
        return new FolderImages(tree.root(), List.copyOf(classes), paths, labels);
    }

    /** The same without some pictures, given by their indices in ascending order. */
    FolderImages without(int[] indices) {
        String[] keptPaths = new String[size() - indices.length];
        int[] keptLabels = new int[keptPaths.length];
        int next = 0;
        for (int i = 0; i < paths.length; i++) {
            if (Arrays.binarySearch(indices, i) < 0) {
                keptPaths[next] = paths[i];
                keptLabels[next++] = labels[i];
            }
        }
        return new FolderImages(root, classes, keptPaths, keptLabels);
    }

    @Override
    public int size() {
        return paths.length;
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public int label(int index) {
        return labels[checked(index)];
    }

    @Override
    public int[] labels() {
        return labels.clone();
    }

    /** The folder of the class folders. */
    public Path root() {
        return root;
    }

    /** The path of picture {@code index} below {@link #root}, for example {@code n01440764/n01440764_10026.JPEG}. */
    public String path(int index) {
        return paths[checked(index)];
    }

    /** The paths of all pictures below {@link #root}, in order. */
    public List<String> paths() {
        return List.of(paths);
    }

    /** The pixels of a picture in memory of its own. An unreadable file is an exception that names it. */
    @Override
    public Image image(int index) {
        Image[] copy = new Image[1];
        withImage(
                index,
                image -> copy[0] = new Image(
                        image.height(),
                        image.width(),
                        image.channels(),
                        Arrays.copyOf(image.pixels(), image.length())));
        return copy[0];
    }

    /** Decodes into memory that is used again for the next picture. An unreadable file is an exception that names it. */
    @Override
    public void withImage(int index, Consumer<Image> work) {
        PictureDecoder decoder = decoders.take();
        try {
            work.accept(decoder.read(root.resolve(path(index))));
        } finally {
            decoders.giveBack(decoder);
        }
    }

    /** The files in order, for DataVec's readers, such as {@link PictureRecordReader}. */
    public InputSplit inputSplit() {
        return new CollectionInputSplit(new AbstractList<URI>() {
            @Override
            public URI get(int index) {
                return root.resolve(path(index)).toUri();
            }

            @Override
            public int size() {
                return paths.length;
            }
        });
    }

    private int checked(int index) {
        return DataException.checkedIndex(index, paths.length, root);
    }
}
