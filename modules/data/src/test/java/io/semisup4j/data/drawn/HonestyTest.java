package io.semisup4j.data.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must not give the class away, and what must not distinguish a picture from its mirror image. */
class HonestyTest {
    private static final ShapesSpec SPEC = ShapesSpec.of(20240501);
    private static final int SIDE = 32;
    private static final int PIXELS = SIDE * SIDE;
    private static List<byte[]> pictures;

    @BeforeAll
    static void draw() {
        pictures = IntStream.range(0, 1_500)
                .parallel()
                .mapToObj(index -> DrawnShapes.picture(SPEC, Split.TRAIN, index))
                .toList();
    }

    @Test
    void the_mean_colour_does_not_tell_the_class() {
        List<double[]> colours = pictures.stream().map(HonestyTest::meanColour).toList();
        double[][] centres = new double[10][3];
        for (int index = 0; index < 1_000; index++) {
            for (int channel = 0; channel < 3; channel++) {
                centres[SPEC.label(index)][channel] += colours.get(index)[channel] / 100;
            }
        }
        double nearestMean =
                accuracy(index -> nearest(colours.get(index), Arrays.asList(centres)) == SPEC.label(index));
        List<double[]> known = colours.subList(0, 1_000);
        double nearestNeighbour =
                accuracy(index -> SPEC.label(nearest(colours.get(index), known)) == SPEC.label(index));
        assertThat(nearestMean).as("nearest mean colour, chance is 0.1").isLessThan(0.18);
        assertThat(nearestNeighbour)
                .as("nearest neighbour by colour, chance is 0.1")
                .isLessThan(0.2);
    }

    @Test
    void pictures_are_nearly_grey() {
        double chroma = pictures.stream()
                .map(HonestyTest::meanColour)
                .mapToDouble(colour -> Arrays.stream(colour).max().orElseThrow()
                        - Arrays.stream(colour).min().orElseThrow())
                .average()
                .orElseThrow();
        assertThat(chroma)
                .as("levels between the strongest and the weakest channel")
                .isBetween(2.0, 25.0);
    }

    @Test
    void a_mirrored_picture_is_as_likely_as_the_picture() {
        for (int label = 0; label < 10; label++) {
            assertThat(handedness(ofClass(label)))
                    .as(SPEC.classNames().get(label))
                    .isLessThan(4.5);
        }
    }

    @Test
    void the_measure_of_handedness_notices_pictures_turned_to_one_side() {
        List<byte[]> turned = ofClass(0).stream()
                .map(picture -> contrast(picture, 0) > contrast(picture, SIDE / 2) ? mirrored(picture) : picture)
                .toList();
        assertThat(handedness(turned)).isGreaterThan(6);
    }

    /** Accuracy over the pictures 1,000 to 1,499. */
    private static double accuracy(IntPredicate right) {
        return IntStream.range(1_000, 1_500).filter(right).count() / 500.0;
    }

    private static int nearest(double[] colour, List<double[]> candidates) {
        int best = 0;
        for (int at = 1; at < candidates.size(); at++) {
            if (distance(colour, candidates.get(at)) < distance(colour, candidates.get(best))) {
                best = at;
            }
        }
        return best;
    }

    private static double distance(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(at -> (a[at] - b[at]) * (a[at] - b[at]))
                .sum();
    }

    private static double[] meanColour(byte[] picture) {
        double[] mean = new double[3];
        for (int at = 0; at < picture.length; at++) {
            mean[at / PIXELS] += (picture[at] & 255) / (double) PIXELS;
        }
        return mean;
    }

    private static List<byte[]> ofClass(int label) {
        return IntStream.range(0, pictures.size())
                .filter(index -> SPEC.label(index) == label)
                .mapToObj(pictures::get)
                .toList();
    }

    /** How many standard errors the edges' orientations differ between pictures and mirror images, at most. */
    private static double handedness(List<byte[]> sample) {
        List<double[]> differences = sample.stream()
                .map(picture -> {
                    double[] own = orientations(picture);
                    double[] other = orientations(mirrored(picture));
                    return IntStream.range(0, own.length)
                            .mapToDouble(at -> own[at] - other[at])
                            .toArray();
                })
                .toList();
        int count = differences.size();
        return IntStream.range(0, differences.get(0).length)
                .mapToDouble(at -> {
                    double mean = differences.stream()
                            .mapToDouble(d -> d[at])
                            .average()
                            .orElseThrow();
                    double square = differences.stream()
                            .mapToDouble(d -> d[at] * d[at])
                            .average()
                            .orElseThrow();
                    return Math.abs(mean) / Math.sqrt((square - mean * mean) / count + 1e-12);
                })
                .max()
                .orElseThrow();
    }

    /** The share of edges by place (2 x 2) and direction (8). */
    private static double[] orientations(byte[] picture) {
        double[] shares = new double[32];
        double total = 0;
        for (int y = 1; y < SIDE - 1; y++) {
            for (int x = 1; x < SIDE - 1; x++) {
                double dx = level(picture, x + 1, y) - level(picture, x - 1, y);
                double dy = level(picture, x, y + 1) - level(picture, x, y - 1);
                int direction = (int) ((Math.atan2(dy, dx) + Math.PI) / (2 * Math.PI) * 8) % 8;
                double strength = Math.hypot(dx, dy);
                shares[(y / 16 * 2 + x / 16) * 8 + direction] += strength;
                total += strength;
            }
        }
        double sum = total;
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** The strength of the edges in the sixteen columns from here. */
    private static double contrast(byte[] picture, int from) {
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = from; x < from + SIDE / 2 - 1; x++) {
                sum += Math.abs(level(picture, x + 1, y) - level(picture, x, y));
            }
        }
        return sum;
    }

    private static int level(byte[] picture, int x, int y) {
        return picture[PIXELS + y * SIDE + x] & 255;
    }

    private static byte[] mirrored(byte[] picture) {
        byte[] mirrored = new byte[picture.length];
        for (int at = 0; at < picture.length; at++) {
            mirrored[at - at % SIDE + SIDE - 1 - at % SIDE] = picture[at];
        }
        return mirrored;
    }
}
