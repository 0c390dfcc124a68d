package io.semisup4j.data.split;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.folder.FolderImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The published lists of ImageNet's training pictures (PAWS, facebookresearch/suncet). The number in a file's name is
 * the percentage without labels. The files are the user's; they are known by their number of lines and their digest.
 */
public enum ImageNetList {
    /** The labelled 10 %: 128 pictures of each of 884 classes and 129 of each of 116, in random order. */
    TEN_PERCENT("90percent.txt", 128_116, "6d09de11e7bdaf5b1f3b1f249b6183695f97310cdd20f0c03e7235b6b9392091"),
    /** The labelled 1 %, a part of the 10 %: 13 pictures of each of 811 classes and 12 of each of 189. */
    ONE_PERCENT("99percent.txt", 12_811, "71e82a48ba78252683ae334c4d019ebd5c6e855b9599c1389fbe83eb9549cf17"),
    /** A hold-out of 12 training pictures of each class, in neither of the labelled lists. */
    HELD_OUT("val.txt", 12_000, "fde94a027633486479402248efb6c938763417979227555e4d541d36547a93a0");

    private final String fileName;
    private final int pictures;
    private final String digest;

    ImageNetList(String fileName, int pictures, String digest) {
        this.fileName = fileName;
        this.pictures = pictures;
        this.digest = digest;
    }

    /** The published name of the file. */
    public String fileName() {
        return fileName;
    }

    /** Number of pictures in the list. */
    public int pictures() {
        return pictures;
    }

    /** SHA-256 of the names, each ended by a line feed, in hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /**
     * Reads the list and finds its pictures.
     *
     * @param place the file, or the folder that holds it under its published name
     * @param train all training pictures of ImageNet
     * @throws DataException if it is not the published list, or names pictures that are not there
     */
    public Split read(Path place, FolderImages train) {
        Path file = Files.isDirectory(place) ? place.resolve(fileName) : place;
        List<String> names = PictureList.lines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        check(file, names);
        return PictureList.parse("the list of pictures " + file, names, train.root(), train.paths());
    }

    /** Checks number, form and digest of the names. */
    void check(Path file, List<String> names) {
        List<String> problems = new ArrayList<>();
        if (names.size() != pictures) {
            problems.add("it has " + names.size() + " names, but the published list has " + pictures + ".");
        }
        names.stream()
                .filter(name -> !name.matches("n\\d{8}_\\d+\\.JPEG"))
                .forEach(name -> problems.add(
                        "'" + name + "' is no name of an ImageNet training picture, such as n01440764_10026.JPEG."));
        String found = Digests.ofLines(names);
        if (problems.isEmpty() && !found.equals(digest)) {
            problems.add("the SHA-256 digest of its names is " + found + ", but that of the published list is " + digest
                    + "; the names or their order differ, and samplers count by the order.");
        }
        DataException.throwIfAny(
                String.format(
                        Locale.ROOT,
                        "the list %s as the published ImageNet list %s (for another list, name it as a list file)",
                        file,
                        fileName),
                problems);
    }
}
