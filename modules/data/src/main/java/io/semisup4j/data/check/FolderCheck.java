package io.semisup4j.data.check;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.folder.ClassTree;
import io.semisup4j.data.folder.ImageFolder;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks pictures in class folders: ones that cannot be read, ones that come twice, bare file names that fit two
 * pictures, classes without pictures, validation classes that training lacks and the other way round, and files that are
 * no pictures by their names.
 */
final class FolderCheck {
    private static final int SHOWN = 3;

    private final Path root;
    private final DataReport.Builder report = new DataReport.Builder();

    private FolderCheck(Path root) {
        this.root = root;
    }

    static DataReport of(Path root) {
        return new FolderCheck(root).run();
    }

    private DataReport run() {
        Path train = ImageFolder.trainFolder(root);
        Map<String, ClassTree> trees = new LinkedHashMap<>();
        list(train).ifPresent(tree -> trees.put("training", tree));
        Optional<Path> val = ImageFolder.valFolder(root);
        val.flatMap(this::list).ifPresent(tree -> trees.put("validation", tree));
        trees.values().forEach(this::emptyClasses);
        if (trees.size() == 2) {
            compare(trees.get("training"), trees.get("validation"));
        }
        trees.values().forEach(this::otherFiles);
        report.problems(PictureCheck.of(List.copyOf(trees.values()), report::pictures));
        return report.build();
    }

    private Optional<ClassTree> list(Path folder) {
        try {
            return Optional.of(ClassTree.list(folder));
        } catch (DataException e) {
            report.problem(e.getMessage());
            return Optional.empty();
        }
    }

    private void emptyClasses(ClassTree tree) {
        for (int k = 0; k < tree.classes().size(); k++) {
            if (tree.files().get(k).isEmpty()) {
                report.problem(
                        "the class folder " + tree.root().resolve(tree.classes().get(k)) + " holds no picture.");
            }
        }
    }

    private void compare(ClassTree train, ClassTree val) {
        for (String name : val.classes()) {
            if (!train.classes().contains(name)) {
                report.problem("the class " + name + " is in " + val.root() + ", but not in " + train.root() + ".");
            }
        }
        for (String name : train.classes()) {
            if (!val.classes().contains(name)) {
                report.problem("the class " + name + " is in " + train.root() + ", but not in " + val.root() + ".");
            }
        }
    }

    /** Files in class folders that no name tells to be pictures, and pictures outside of them. */
    private void otherFiles(ClassTree tree) {
        List<String> others = new ArrayList<>();
        try (Stream<Path> files = Files.walk(tree.root(), FileVisitOption.FOLLOW_LINKS)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> ClassTree.isPicture(file.getFileName().toString())
                            == (tree.root().relativize(file).getNameCount() == 1))
                    .forEach(file -> others.add(tree.root().relativize(file).toString()));
        } catch (IOException e) {
            report.problem("the folder " + tree.root() + " cannot be listed: " + e.getMessage());
        }
        if (!others.isEmpty()) {
            others.sort(null);
            report.problem("the folder " + tree.root() + " holds " + others.size()
                    + " file(s) that no data set uses, because they are no pictures by their names or lie in no class"
                    + " folder: " + String.join(", ", others.subList(0, Math.min(SHOWN, others.size())))
                    + (others.size() > SHOWN ? ", ..." : "") + ".");
        }
    }
}
