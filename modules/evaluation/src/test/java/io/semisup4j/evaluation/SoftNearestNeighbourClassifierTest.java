package io.semisup4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.weights.npz.NpzFile;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SoftNearestNeighbourClassifierTest {

    @Test
    void a_query_gets_the_label_of_the_support_in_its_direction() {
        INDArray supports = Nd4j.createFromArray(new double[][] {{2, 0}, {0, 5}});

        INDArray p = new SoftNearestNeighbourClassifier(0.1)
                .classify(Nd4j.createFromArray(new double[][] {{0.1, 0}, {0, 3}}), supports, new int[] {1, 0}, 3);

        assertThat(TopK.of(p, new int[] {1, 0}).top1()).isEqualTo(1);
        assertThat(p.sumNumber().doubleValue()).isCloseTo(2, within(1e-12));
    }

    @Test
    void the_size_of_the_chunks_does_not_matter() {
        Nd4j.getRandom().setSeed(3);
        INDArray queries = Nd4j.randn(DataType.DOUBLE, 5, 4);
        INDArray supports = Nd4j.randn(DataType.DOUBLE, 11, 4);
        int[] labels = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1};

        INDArray whole = new SoftNearestNeighbourClassifier(0.05, 100).classify(queries, supports, labels, 3);
        INDArray chunked = new SoftNearestNeighbourClassifier(0.05, 3).classify(queries, supports, labels, 3);

        assertThat(whole.sub(chunked).amaxNumber().doubleValue()).isLessThan(1e-14);
    }

    @Test
    void a_missing_label_is_refused_with_both_counts() {
        INDArray two = Nd4j.ones(DataType.DOUBLE, 2, 3);

        assertThatThrownBy(() -> new SoftNearestNeighbourClassifier(0.1).classify(two, two, new int[] {0}, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 for 2");
    }

    @Test
    @Tag("golden")
    void probabilities_and_accuracies_equal_the_published_ones() {
        NpzFile golden = NpzFile.open(GoldenFolder.file("paws", "eval_snn.npz"));
        INDArray expected = array(golden, "probs");
        INDArray p = new SoftNearestNeighbourClassifier(golden.scalar("temperature"), 37)
                .classify(
                        array(golden, "query_embeddings"),
                        array(golden, "support_embeddings"),
                        classes(golden, "support_labels"),
                        (int) expected.size(1));

        assertThat(p.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-10);
        assertThat(p.argMax(1).toLongVector()).isEqualTo(golden.longs("prediction"));
        TopK accuracy = TopK.of(p, classes(golden, "query_labels"));
        assertThat(100 * accuracy.top1()).isCloseTo(golden.scalar("top1"), within(1e-9));
        assertThat(100 * accuracy.top5()).isCloseTo(golden.scalar("top5"), within(1e-9));
    }

    @Test
    @Tag("golden")
    void accuracies_of_logits_equal_the_published_ones() {
        NpzFile golden = NpzFile.open(GoldenFolder.file("paws", "eval_snn.npz"));

        TopK accuracy = TopK.of(array(golden, "ce_logits"), classes(golden, "ce_labels"));

        assertThat(100 * accuracy.top1()).isCloseTo(golden.scalar("ce_top1"), within(1e-9));
        assertThat(100 * accuracy.top5()).isCloseTo(golden.scalar("ce_top5"), within(1e-9));
    }

    private static INDArray array(NpzFile npz, String name) {
        return Nd4j.create(npz.doubles(name), npz.shape(name), 'c').castTo(DataType.DOUBLE);
    }

    private static int[] classes(NpzFile npz, String name) {
        return Arrays.stream(npz.longs(name)).mapToInt(Math::toIntExact).toArray();
    }
}
