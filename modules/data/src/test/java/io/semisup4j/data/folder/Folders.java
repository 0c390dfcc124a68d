package io.semisup4j.data.folder;

import io.semisup4j.data.drawn.DrawnFolder;
import io.semisup4j.data.drawn.FolderSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small folders of pictures to test with. */
public final class Folders {
    private Folders() {}

    /** Three classes of four training and two validation pictures. */
    public static Path drawn(Path root) {
        DrawnFolder.write(new FolderSpec(1, 3, 4, 2, 16, 40), root);
        return root;
    }

    /** Puts another content into a picture's file. */
    public static Path overwrite(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
