package io.semisup4j.data.drawn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drawn data set: 32 x 32 RGB pictures of ten kinds of shapes, kept in a cache folder in the CIFAR-10 binary layout.
 * What varies inside a class is above all what the CIFAR augmentations of PAWS vary (place, scale, side, brightness,
 * contrast), so that a net that ignores these finds the classes; proportions, moderate rotation, companions,
 * clutter and noise vary besides, so that a few labelled pictures do not show all of a class.
 */
public final class DrawnShapes {
    private static final Logger LOG = LoggerFactory.getLogger(DrawnShapes.class);

    private DrawnShapes() {}

    /** Where sets are kept if nobody says otherwise: {@code $XDG_CACHE_HOME/semisup4j} or {@code ~/.cache/semisup4j}. */
    public static Path defaultCacheRoot() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path root =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return root.resolve("semisup4j");
    }

    /**
     * The folder of this set below the cache folder, drawn now unless it is there and matches its digests. It is
     * written aside and renamed, so an interrupted run leaves nothing half done, and two processes may ask at once.
     *
     * @throws DrawnDataException if the cache folder cannot be written
     */
    public static Path ensure(ShapesSpec spec, Path cacheRoot) {
        Path folder = cacheRoot.resolve(spec.folderName());
        try {
            if (Files.exists(folder)) {
                Optional<String> damage = Manifest.damage(folder, CifarFiles.names());
                if (damage.isEmpty()) {
                    return folder;
                }
                LOG.warn("The drawn pictures in {} are damaged ({}), so they are drawn again.", folder, damage.get());
            }
            LOG.info("Drawing {} pictures of {} classes into {}.", spec.train() + spec.test(), spec.classes(), folder);
            new AtomicFolder(folder, DrawnShapes::intact).replace(aside -> write(spec, aside));
            return folder;
        } catch (IOException | UncheckedIOException problem) {
            throw new DrawnDataException(
                    "The drawn pictures cannot be kept in " + folder + " (" + problem.getMessage()
                            + "); name a cache folder that can be written.",
                    problem);
        }
    }

    /**
     * One picture, following from the seed, the split, the index and its class alone.
     *
     * @return 3 x 32 x 32 bytes, unsigned: red, green, blue, row by row
     */
    public static byte[] picture(ShapesSpec spec, Split split, int index) {
        return Picture.draw(Motif.values()[spec.label(index)], Dice.of(spec.seed(), split, index), Canvas.SIDE);
    }

    private static void write(ShapesSpec spec, Path folder) throws IOException {
        CifarFiles.write(spec, folder);
        Manifest.write(folder, CifarFiles.names());
    }

    private static boolean intact(Path folder) throws IOException {
        return Manifest.damage(folder, CifarFiles.names()).isEmpty();
    }
}
