package io.semisup4j.data.check;

import io.semisup4j.data.decode.DecoderPool;
import io.semisup4j.data.decode.PictureDecoder;
import io.semisup4j.data.decode.UnreadablePictureException;
import io.semisup4j.data.folder.ClassTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Decodes every picture of some trees, on all processors, and compares their contents and names. */
final class PictureCheck {
    /** What is known of a picture: the key of its content, or why it cannot be read. */
    private record Finding(Path file, Duplicates.Key key, String problem) {}

    private PictureCheck() {}

    /**
     * One sentence for each problem, in the order of the trees.
     *
     * @param readable is told how many pictures can be read
     */
    static List<String> of(List<ClassTree> trees, IntConsumer readable) {
        List<Finding> findings = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        DecoderPool decoders = new DecoderPool();
        for (ClassTree tree : trees) {
            List<Path> files = files(tree);
            ambiguous(files, problems);
            findings.addAll(
                    files.parallelStream().map(file -> look(decoders, file)).toList());
        }
        Duplicates duplicates = new Duplicates();
        int count = 0;
        for (Finding finding : findings) {
            if (finding.problem() == null) {
                duplicates.add(finding.file().toString(), finding.key());
                count++;
            } else {
                problems.add(finding.problem());
            }
        }
        readable.accept(count);
        problems.addAll(duplicates.problems());
        return problems;
    }

    private static List<Path> files(ClassTree tree) {
        List<Path> files = new ArrayList<>();
        for (int k = 0; k < tree.classes().size(); k++) {
            Path folder = tree.root().resolve(tree.classes().get(k));
            tree.files().get(k).forEach(file -> files.add(folder.resolve(file)));
        }
        return files;
    }

    /** Lists by bare file name cannot tell these pictures apart. */
    private static void ambiguous(List<Path> files, List<String> problems) {
        Map<String, Path> byName = new HashMap<>();
        for (Path file : files) {
            Path earlier = byName.putIfAbsent(file.getFileName().toString(), file);
            if (earlier != null) {
                problems.add(file + " has the same file name as " + earlier
                        + "; a list has to name them with their class folders, or rename one.");
            }
        }
    }

    private static Finding look(DecoderPool decoders, Path file) {
        PictureDecoder decoder = decoders.take();
        try {
            decoder.read(file);
            return new Finding(file, Duplicates.Key.of(Files.readAllBytes(file)), null);
        } catch (UnreadablePictureException e) {
            return new Finding(file, null, e.getMessage());
        } catch (IOException e) {
            return new Finding(file, null, "the picture " + file + " cannot be read: " + e.getMessage());
        } finally {
            decoders.giveBack(decoder);
        }
    }
}
