package io.semisup4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.weights.npz.NpzFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The published lists of ImageNet pictures. */
@Tag("golden")
class ImageNetListGoldenTest {
    private static final long CLASS_STEP = 1_000_000;
    private static final Path FILE = Path.of("list.txt");

    private static long[] classes;
    private static List<String> tenPercent;
    private static List<String> onePercent;
    private static List<String> heldOut;

    @BeforeAll
    static void read() {
        try (NpzFile npz = NpzFile.open(GoldenFolder.file("paws", "splits_imagenet.npz"))) {
            classes = npz.longs("wnid_digits");
            tenPercent = names(npz.longs("90percent_code"));
            heldOut = names(npz.longs("val_code"));
            onePercent = LongStream.of(npz.longs("99percent_index_into_90percent"))
                    .mapToObj(index -> tenPercent.get((int) index))
                    .toList();
        }
    }

    private static List<String> names(long[] codes) {
        return Arrays.stream(codes)
                .mapToObj(code -> String.format(
                        Locale.ROOT, "n%08d_%d.JPEG", classes[(int) (code / CLASS_STEP)], code % CLASS_STEP))
                .toList();
    }

    /** A file of the same form with other lists has neither these digests nor these numbers. */
    private static void assumePublished() {
        assumeThat(tenPercent).hasSize(ImageNetList.TEN_PERCENT.pictures());
        assumeThat(heldOut).hasSize(ImageNetList.HELD_OUT.pictures());
    }

    @Test
    void number_and_digest_are_those_of_the_table() {
        assumePublished();
        ImageNetList.TEN_PERCENT.check(FILE, tenPercent);
        ImageNetList.ONE_PERCENT.check(FILE, onePercent);
        ImageNetList.HELD_OUT.check(FILE, heldOut);
    }

    @Test
    void classes_have_the_published_numbers_of_pictures() {
        assumePublished();
        assertThat(sizes(tenPercent)).isEqualTo(Map.of(128L, 884L, 129L, 116L));
        assertThat(sizes(onePercent)).isEqualTo(Map.of(13L, 811L, 12L, 189L));
        assertThat(sizes(heldOut)).isEqualTo(Map.of(12L, 1000L));
    }

    /** How many classes have each number of pictures. */
    private static Map<Long, Long> sizes(List<String> names) {
        Map<String, Long> perClass = names.stream()
                .collect(Collectors.groupingBy(name -> name.substring(0, name.indexOf('_')), Collectors.counting()));
        return perClass.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void one_percent_is_a_part_of_ten_and_the_hold_out_of_neither() {
        Set<String> labelled = new HashSet<>(tenPercent); // AssertJ would search it name by name
        assertThat(labelled.size()).isEqualTo(tenPercent.size());
        assertThat(labelled.containsAll(onePercent)).isTrue();
        assertThat(Collections.disjoint(labelled, heldOut)).isTrue();
        assertThat(heldOut).isSorted();
    }

    @Test
    void a_list_is_found_in_a_tree_picture_by_picture() {
        List<String> paths = Stream.concat(tenPercent.stream(), heldOut.stream())
                .map(name -> name.substring(0, name.indexOf('_')) + "/" + name)
                .sorted()
                .toList();
        Split split = PictureList.parse("the list", tenPercent, Path.of("train"), paths);
        assertThat(Arrays.stream(split.indices()).mapToObj(paths::get).map(path -> path.substring(10)))
                .isEqualTo(tenPercent);
    }

    @Test
    void another_order_a_missing_line_and_another_name_are_told() {
        assumePublished();
        List<String> other = new ArrayList<>(heldOut);
        Collections.swap(other, 0, 1);
        assertThatThrownBy(() -> ImageNetList.HELD_OUT.check(FILE, other))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("list.txt", ImageNetList.HELD_OUT.digest(), "order");
        assertThatThrownBy(() -> ImageNetList.HELD_OUT.check(FILE, heldOut.subList(1, heldOut.size())))
                .hasMessageContaining("it has 11999 names, but the published list has 12000");
        other.set(0, "cat.jpg");
        assertThatThrownBy(() -> ImageNetList.HELD_OUT.check(FILE, other)).hasMessageContaining("'cat.jpg' is no name");
    }
}
