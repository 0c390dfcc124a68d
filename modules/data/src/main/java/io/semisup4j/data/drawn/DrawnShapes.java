package io.semisup4j.data.drawn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drawn data set: 32 x 32 RGB pictures of ten kinds of shapes, kept in a cache folder in the CIFAR-10 binary layout.
 * What varies inside a class is what the CIFAR augmentations of PAWS (section 4 and appendix) vary, position, scale,
 * side, brightness, contrast and polarity, and moderately rotation, proportions, surroundings and noise.
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
            Files.createDirectories(cacheRoot);
            drawAside(spec, folder);
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
        return Picture.draw(Motif.values()[spec.label(index)], Dice.of(spec.seed(), split, index));
    }

    private static void drawAside(ShapesSpec spec, Path folder) throws IOException {
        Path aside = Files.createTempDirectory(folder.toAbsolutePath().getParent(), folder.getFileName() + ".part-");
        try {
            long start = System.nanoTime();
            CifarFiles.write(spec, aside);
            Manifest.write(aside, CifarFiles.names());
            LOG.info(
                    "Drew {} pictures of {} classes in {} s into {}.",
                    spec.train() + spec.test(),
                    spec.classes(),
                    Math.round((System.nanoTime() - start) / 1e9),
                    folder);
            replace(folder, aside, spec);
        } finally {
            delete(aside);
        }
    }

    /** Puts the new folder in the old one's place, unless another process has done so in the meantime. */
    private static void replace(Path folder, Path fresh, ShapesSpec spec) throws IOException {
        if (Files.exists(folder)) {
            if (Manifest.damage(folder, CifarFiles.names()).isEmpty()) {
                return;
            }
            Path old = fresh.resolveSibling(fresh.getFileName() + ".old");
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            delete(old);
        }
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            if (!Files.exists(folder)
                    || Manifest.damage(folder, CifarFiles.names()).isPresent()) {
                throw taken;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }
}
