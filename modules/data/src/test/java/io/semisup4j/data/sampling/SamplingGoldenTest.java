package io.semisup4j.data.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.data.random.MersenneTwister;
import io.semisup4j.data.split.LabelDraw;
import io.semisup4j.data.split.Split;
import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.weights.npz.NpzFile;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Index streams of the published samplers, number by number. */
@Tag("golden")
class SamplingGoldenTest {
    private NpzFile golden;

    @BeforeEach
    void open() {
        golden = NpzFile.open(GoldenFolder.file("paws", "sampling.npz"));
    }

    @AfterEach
    void close() {
        if (golden != null) {
            golden.close();
        }
    }

    @Test
    void permutations_and_the_next_one_of_the_same_generator() {
        List<MatchResult> cases = names("randperm/n(\\d+)_seed(\\d+)");
        assertThat(cases).isNotEmpty();
        for (MatchResult found : cases) {
            MersenneTwister random = new MersenneTwister(Long.parseLong(found.group(2)));
            assertBegins(random.permutation(Integer.parseInt(found.group(1))), found.group());
            for (MatchResult second : names(Pattern.quote(found.group()) + "_second_call_n(\\d+)")) {
                assertBegins(random.permutation(Integer.parseInt(second.group(1))), second.group());
            }
        }
    }

    @Test
    void coin_flips() {
        List<MatchResult> cases = names("(coinflip/p([0-9.]+)_seed(\\d+))/n_images");
        assertThat(cases).isNotEmpty();
        for (MatchResult found : cases) {
            String name = found.group(1);
            int images = golden.integer(name + "/n_images");
            Split split = LabelDraw.coinFlips(images, Float.parseFloat(found.group(2)), Long.parseLong(found.group(3)));
            int[] kept = split.indices();
            assertThat(kept).as(name).hasSize(golden.integer(name + "/n_kept"));
            golden.names(name + "/kept_first").forEach(key -> assertBegins(kept, key));
            for (String key : golden.names(name + "/kept_last")) {
                int[] last = ints(key);
                assertThat(Arrays.copyOfRange(kept, kept.length - last.length, kept.length))
                        .as(key)
                        .isEqualTo(last);
            }
        }
    }

    @Test
    void unlabelled_epochs_of_every_rank() {
        List<MatchResult> cases = names("distributed/n(\\d+)_w(\\d+)_epoch(\\d+)/r(\\d+)");
        assertThat(cases).isNotEmpty();
        for (MatchResult found : cases) {
            UnlabeledOrder order = new UnlabeledOrder(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(4)));
            assertThat(order.epoch(Long.parseLong(found.group(3))))
                    .as(found.group())
                    .isEqualTo(ints(found.group()));
        }
    }

    @Test
    void support_batches_of_every_rank() {
        List<MatchResult> cases = names("([^/]+)/params");
        assertThat(cases).isNotEmpty();
        for (MatchResult found : cases) {
            for (MatchResult rank : names(Pattern.quote(found.group(1)) + "/r(\\d+)/iter_outer\\d+")) {
                assertSupports(found.group(1), Integer.parseInt(rank.group(1)));
            }
        }
    }

    private void assertSupports(String name, int rank) {
        int[] params = ints(name + "/params"); // W, s, K, unique, E, classes
        SupportShape shape = new SupportShape(params[0], rank, params[2], params[1], params[3] != 0, params[4]);
        StratifiedSampler sampler = StratifiedSampler.of(ints(name + "/targets"), params[5], shape);
        int[] outerEpochs = ints(name + "/outer_epochs");
        for (int iterator = 0; iterator < outerEpochs.length; iterator++) {
            String key = name + "/r" + rank + "/iter_outer" + outerEpochs[iterator];
            int[] expected = ints(key);
            int iteratorNumber = iterator;
            int[] drawn = IntStream.range(0, shape.innerEpochs())
                    .boxed()
                    .flatMap(e -> Arrays.stream(sampler.innerEpoch(iteratorNumber, e, outerEpochs[iteratorNumber])))
                    .flatMapToInt(Arrays::stream)
                    .toArray();
            assertThat(golden.shape(key)).as(key).containsExactly(sampler.batchesPerIterator(), shape.rows());
            assertThat(drawn).as(key).isEqualTo(expected);
        }
    }

    private List<MatchResult> names(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return golden.names().stream()
                .map(compiled::matcher)
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult)
                .toList();
    }

    private void assertBegins(int[] actual, String key) {
        int[] expected = ints(key);
        assertThat(Arrays.copyOf(actual, expected.length)).as(key).isEqualTo(expected);
    }

    private int[] ints(String key) {
        return Arrays.stream(golden.longs(key)).mapToInt(Math::toIntExact).toArray();
    }
}
