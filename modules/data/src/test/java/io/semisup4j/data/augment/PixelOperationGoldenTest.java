package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.semisup4j.weights.npz.NpzFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each operation alone, to the grey level; what to do is in the name of the expected array. */
@Tag("golden")
class PixelOperationGoldenTest {
    private static final Pattern CROP = Pattern.compile("resized_crop/t(\\d+)_l(\\d+)_h(\\d+)_w(\\d+)_s(\\d+)");
    private static final Pattern PLAIN = Pattern.compile("hflip|grayscale\\d*|equalize\\w*");
    private static final Pattern NUMBER = Pattern.compile("(brightness|contrast|saturation|hue|blur|solarize)/(.+)");
    /** Inputs of other tests. */
    private static final Pattern INPUT = Pattern.compile(AugmentFile.SOURCE + "|crop\\d+|flat\\d+");

    private static final Pattern ELSEWHERE = Pattern.compile("chain\\d+/.*|(cifar_)?eval/.*");

    @TestFactory
    Stream<DynamicTest> gives_the_grey_levels_of_the_original() {
        NpzFile npz = AugmentFile.open();
        return npz.names().stream()
                .filter(PixelOperationGoldenTest::isOutput)
                .map(name -> dynamicTest(name, () -> {
                    var result = Pictures.after(AugmentFile.picture(npz, source(name)), operation(name));
                    Pictures.assertSame(result, AugmentFile.picture(npz, name));
                }));
    }

    @Test
    void knows_every_array_of_the_file() {
        assertThat(AugmentFile.open().names())
                .isNotEmpty()
                .allMatch(name -> isOutput(name)
                        || INPUT.matcher(name).matches()
                        || ELSEWHERE.matcher(name).matches());
    }

    private static boolean isOutput(String name) {
        return Stream.of(CROP, PLAIN, NUMBER)
                .anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** equalize18 has the input crop18, equalize_flat18 has flat18, all others the one picture. */
    private static String source(String name) {
        if (name.startsWith("equalize_")) {
            return name.substring("equalize_".length());
        }
        return name.matches("equalize\\d+") ? name.replace("equalize", "crop") : AugmentFile.SOURCE;
    }

    private static PixelOperation operation(String name) {
        Matcher crop = CROP.matcher(name);
        if (crop.matches()) {
            int size = integer(crop, 5);
            CropBox box = new CropBox(integer(crop, 1), integer(crop, 2), integer(crop, 3), integer(crop, 4));
            return new ResizedCrop(box, size, size, ResampleFilter.BILINEAR);
        }
        Matcher number = NUMBER.matcher(name);
        if (number.matches()) {
            return numbered(number.group(1), Double.parseDouble(number.group(2)));
        }
        return name.equals("hflip")
                ? new HorizontalFlip()
                : name.startsWith("equalize") ? new Equalize() : new Grayscale();
    }

    private static PixelOperation numbered(String kind, double number) {
        return switch (kind) {
            case "brightness" -> new Brightness(number);
            case "contrast" -> new Contrast(number);
            case "saturation" -> new Saturation(number);
            case "hue" -> new Hue(number);
            case "blur" -> new GaussianBlur(number);
            default -> new Solarize(number);
        };
    }

    private static int integer(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
