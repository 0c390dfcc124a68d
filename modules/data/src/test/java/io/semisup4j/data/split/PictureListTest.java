package io.semisup4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.data.dataset.DataException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureListTest {
    private static final List<String> PATHS =
            List.of("a/a_1.JPEG", "a/a_2.JPEG", "b/b_1.JPEG", "b/same.jpg", "c/same.jpg");

    private static Split parse(String... lines) {
        return PictureList.parse("the list l.txt", List.of(lines), Path.of("data/train"), PATHS);
    }

    @Test
    void pictures_are_found_by_bare_name_and_by_path_in_the_order_of_the_list() {
        assertThat(parse("b_1.JPEG", "", " a/a_2.JPEG ", "train/c/same.jpg", "a_1.JPEG")
                        .indices())
                .containsExactly(2, 1, 4, 0);
    }

    @Test
    void names_that_are_not_there_are_all_told_with_their_lines() {
        assertThatThrownBy(() -> parse("a_1.JPEG", "a_9.JPEG", "n01440764_1.JPEG"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("the list l.txt cannot be used:")
                .hasMessageContaining("line 2 is 'a_9.JPEG', but none of the 5 pictures in data/train has this name.")
                .hasMessageContaining("line 3 is 'n01440764_1.JPEG'");
    }

    @Test
    void many_missing_names_are_counted() {
        String[] lines =
                java.util.stream.IntStream.range(0, 50).mapToObj(i -> "x" + i).toArray(String[]::new);
        assertThatThrownBy(() -> parse(lines))
                .hasMessageContaining("line 1 is")
                .hasMessageContaining("30 more problems");
    }

    @Test
    void a_name_that_fits_two_pictures_is_refused() {
        assertThatThrownBy(() -> parse("same.jpg")).hasMessageContaining("which is both b/same.jpg and c/same.jpg");
    }

    @Test
    void a_picture_that_comes_twice_is_refused_however_it_is_written() {
        assertThatThrownBy(() -> parse("a_1.JPEG", "a_1.JPEG")).hasMessageContainingAll("line 2", "line 1 has already");
        assertThatThrownBy(() -> parse("a_1.JPEG", "a/a_1.JPEG"))
                .hasMessageContaining("lines 1 and 2 are both the picture a/a_1.JPEG");
    }

    @Test
    void an_empty_list_is_refused() {
        assertThatThrownBy(() -> parse("")).hasMessageContaining("names no picture");
    }
}
