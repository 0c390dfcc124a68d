package io.semisup4j.data.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.data.folder.FolderImages;
import io.semisup4j.data.folder.ImageFolder;
import io.semisup4j.data.folder.Unreadable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnFolderTest {
    @TempDir
    Path root;

    @Test
    void pictures_have_the_layout_the_names_and_the_sizes_of_the_specification() {
        DrawnFolder.write(new FolderSpec(7, 2, 3, 1, 20, 50), root);
        ImageFolder set = ImageFolder.load(root, Unreadable.fail());
        FolderImages train = set.train();
        assertThat(train.paths()).startsWith("n00000001/n00000001_1.JPEG").hasSize(6);
        assertThat(set.requireVal().size()).isEqualTo(2);
        for (int i = 0; i < train.size(); i++) {
            assertThat(train.image(i).height()).isBetween(20, 50);
            assertThat(train.image(i).width()).isBetween(20, 50);
        }
    }

    @Test
    void equal_specifications_give_equal_pictures_and_another_seed_others() {
        FolderImages first = written(1, "first");
        assertThat(written(1, "again").image(0)).isEqualTo(first.image(0));
        assertThat(written(2, "other").image(0)).isNotEqualTo(first.image(0));
    }

    private FolderImages written(long seed, String name) {
        DrawnFolder.write(new FolderSpec(seed, 2, 1, 1, 24, 24), root.resolve(name));
        return ImageFolder.load(root.resolve(name), Unreadable.fail()).train();
    }

    @Test
    void impossible_specifications_are_refused_with_all_their_problems() {
        assertThatThrownBy(() -> new FolderSpec(1, 11, 0, 1, 8, 9000))
                .isInstanceOf(DrawnDataException.class)
                .hasMessageContainingAll("classes is 11", "pictures a class", "sides are 8 to 9000");
    }
}
