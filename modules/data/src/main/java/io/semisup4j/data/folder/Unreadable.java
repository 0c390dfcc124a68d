package io.semisup4j.data.folder;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.decode.UnreadablePictureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of pictures that cannot be read: the run fails at the first one, or those that a list names are left out
 * when the data set is opened. A picture that the list names but that can be read stays in; one that cannot be read and
 * is not named still fails. So a set never shrinks unnoticed.
 *
 * @param list a text file with a picture a line, as a path that ends like the picture's, such as
 *     {@code n01440764_10026.JPEG} or {@code train/n01440764/n01440764_10026.JPEG}; empty to fail at every one
 */
public record Unreadable(Optional<Path> list) {
    private static final Logger LOG = LoggerFactory.getLogger(Unreadable.class);

    /** Every unreadable picture is an error. */
    public static Unreadable fail() {
        return new Unreadable(Optional.empty());
    }

    /** Unreadable pictures that the file names are left out. */
    public static Unreadable skipListed(Path list) {
        return new Unreadable(Optional.of(list));
    }

    /** The set without those of its pictures that are both listed and unreadable; each of them is logged once. */
    FolderImages leaveOut(FolderImages images) {
        if (list.isEmpty()) {
            return images;
        }
        Set<String> named = read(list.get());
        int[] left = IntStream.range(0, images.size())
                .filter(i -> isNamed(named, images, i) && isUnreadable(images, i))
                .toArray();
        return left.length == 0 ? images : images.without(left);
    }

    /** Whether the list has the picture's path, or any end of it that begins with a whole name. */
    private static boolean isNamed(Set<String> named, FolderImages images, int index) {
        String path = images.root().getFileName() + "/" + images.path(index);
        int slash;
        while (!named.contains(path) && (slash = path.indexOf('/')) >= 0) {
            path = path.substring(slash + 1);
        }
        return named.contains(path);
    }

    private static boolean isUnreadable(FolderImages images, int index) {
        try {
            images.withImage(index, image -> {});
            LOG.info(
                    "The picture {} is in the list of pictures to skip, but can be read and is used.",
                    images.path(index));
            return false;
        } catch (UnreadablePictureException e) {
            LOG.warn("Left out: {}", e.getMessage());
            return true;
        }
    }

    private static Set<String> read(Path list) {
        try {
            return Files.readAllLines(list, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new DataException(
                    "the list of pictures to skip, " + list + ", cannot be read (" + e.getMessage()
                            + "); it should be a text file with the name of a picture a line.",
                    e);
        }
    }
}
