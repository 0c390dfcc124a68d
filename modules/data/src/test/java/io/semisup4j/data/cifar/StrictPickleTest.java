package io.semisup4j.data.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.data.cifar.CifarFiles.Pickle;
import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.random.Draws;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrictPickleTest {
    @Test
    void turns_a_column_major_array() {
        assertThat(CifarPickle.parse("f", CifarFiles.python(1, 3, true)).planes())
                .isEqualTo(
                        CifarPickle.parse("f", CifarFiles.python(1, 3, false)).planes());
    }

    @Test
    void recalls_stored_values_and_reads_every_kind_it_knows() {
        // {'a': (1, None, True), 'b': the same tuple, 'c': [300, -2]}, as pickletools would list it.
        byte[] bytes = latin(
                "\u0080\u0002}(U\u0001aK\u0001N\u0088\u0087q\u0005U\u0001bh\u0005U\u0001c](M\u002c\u0001J\u00fe\u00ff\u00ff\u00ffeu.");
        Map<?, ?> map = (Map<?, ?>) StrictPickle.read("f", bytes);
        assertThat((List<?>) map.get("a")).hasSize(3);
        assertThat(map.get("b")).isSameAs(map.get("a"));
        assertThat(map.get("c")).isEqualTo(List.of(300, -2));
    }

    @Test
    void refuses_a_name_that_could_run_something() {
        assertThatThrownBy(() -> StrictPickle.read("evil", latin("\u0080\u0002cos\nsystem\nU\u0002ls\u0085R.")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("evil")
                .hasMessageContaining("'os system'");
    }

    @Test
    void refuses_other_protocols_instructions_and_types() {
        refused("\u0080\u0004}.", "protocol 2");
        refused("\u0080\u0002(U\u0001xios\nsystem\n.", "0x69");
        refused("\u0080\u0002cnumpy\ndtype\nU\u0002f4K\0K\u0001\u0087R.", "unsigned bytes");
        refused("\u0080\u0002U\u0001x)R.", "other than an array");
        refused("\u0080\u0002h\u0007.", "never stored");
        refused("\u0080\u0002e.", "never opened");
        refused("\u0080\u0002.", "where there is none");
        refused("\u0080\u0002K\u0001K\u0001a.", "no list");
        refused("\u0080\u0002)K\u0001a.", "no list");
        refused("\u0080\u0002}K\u0001K\u0002s.", "no byte string");
        refused(
                new String(
                        new Pickle()
                                .begin()
                                .text("data")
                                .array(2, 3, false, new byte[5])
                                .end(),
                        StandardCharsets.ISO_8859_1),
                "shape [2, 3]");
    }

    @Test
    void never_prints_what_contains_itself_or_unfolds_without_end() {
        String array = "cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\u0085U\u0001b\u0087R";
        String type = "cnumpy\ndtype\nU\u0002u1K\0K\u0001\u0087R";
        String endless = "]q\u0001]h\u0001aa"; // a list in a list in itself
        refused("\u0080\u0002" + array + "(K\u0001" + endless + type + "\u0089U\0tb.", "not made of whole numbers");
        StringBuilder bomb = new StringBuilder("]q\0");
        for (int level = 0; level < 60; level++) {
            bomb.append("](h")
                    .append((char) level)
                    .append('h')
                    .append((char) level)
                    .append("eq")
                    .append((char) (level + 1));
        }
        refused("\u0080\u0002" + bomb + array + "(K\u0001h\u003c" + type + "\u0089U\0tb.", "not made of whole numbers");
        byte[] labels = latin("\u0080\u0002}(U\u0006labels]" + endless + "aU\u0004data" + array
                + "(K\u0001(K\u0001M\0\u000ct" + type + "\u0089T\0\u000c\0\0" + "x".repeat(3072) + "tbu.");
        assertThatThrownBy(() -> CifarPickle.parse("f", labels))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the label (no whole number) at record 0");
    }

    @Test
    void a_length_beyond_the_end_is_refused_before_memory_is_taken() {
        refused("\u0080\u0002T\u00ff\u00ff\u00ff\u007fabc.", "truncated or damaged");
        refused("\u0080\u0002T\u00ff\u00ff\u00ff\u00ffabc.", "truncated or damaged");
        refused("\u0080\u0002c" + "n".repeat(10_000), "a name of more than 200 bytes");
    }

    @Test
    void nesting_however_deep_is_no_matter() {
        refused("\u0080\u0002" + "]".repeat(100_000) + "a".repeat(99_999) + "a.", "where there is none");
        assertThatThrownBy(() -> CifarPickle.parse(
                        "f", latin("\u0080\u0002}U\u0006labels" + "]".repeat(100_000) + "a".repeat(99_999) + "s.")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'data'");
    }

    @Test
    void a_file_cut_anywhere_is_told_and_never_half_read() {
        byte[] whole = CifarFiles.python(1, 1, false);
        for (int length = 0; length < whole.length; length += length < 200 ? 1 : 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> CifarPickle.parse("f", cut))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("truncated");
        }
    }

    @Test
    void a_damaged_file_is_a_sentence_whatever_was_damaged() {
        byte[] whole = CifarFiles.python(1, 1, false);
        for (int seed = 0; seed < 3_000; seed++) {
            Draws draws = Draws.of(seed, 0, 0, 0);
            byte[] damaged = whole.clone();
            // Instructions lie in the first 200 bytes and the last few; pixels between them may be anything.
            int place = draws.nextInt(204);
            damaged[place < 200 ? place : whole.length - 1 - (place - 200)] = (byte) draws.nextInt(256);
            try {
                CifarPickle.parse("f", damaged);
            } catch (DataException expected) {
                assertThat(expected).as("seed %d", seed).hasMessageContaining("f");
            }
        }
    }

    @Test
    void misses_keys_by_name() {
        assertThatThrownBy(() -> CifarPickle.parse(
                        "f", new Pickle().begin().text("x").number(1).end()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'data'")
                .hasMessageContaining("[x]");
        byte[] twoLabels = new Pickle()
                .begin()
                .text("labels")
                .numbers(List.of(1, 2))
                .text("data")
                .array(1, 3072, false, new byte[3072])
                .end();
        assertThatThrownBy(() -> CifarPickle.parse("f", twoLabels)).hasMessageContaining("1 pictures but 2 labels");
    }

    private static void refused(String pickle, String reason) {
        assertThatThrownBy(() -> StrictPickle.read("f", latin(pickle)))
                .as(reason)
                .isInstanceOf(DataException.class)
                .hasMessageContaining(reason);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
