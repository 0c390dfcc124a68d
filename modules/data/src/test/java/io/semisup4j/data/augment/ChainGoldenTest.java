package io.semisup4j.data.augment;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.semisup4j.weights.npz.NpzFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Whole chains with given parameters, through normalisation. */
@Tag("golden")
class ChainGoldenTest {
    private static final String OUT = "/out";
    private static final int ORDER = 6;
    private static final int FACTORS = 10;

    @TestFactory
    Stream<DynamicTest> gives_the_network_input_of_the_original() {
        NpzFile npz = AugmentFile.open();
        return npz.names("chain").stream()
                .filter(name -> name.endsWith(OUT))
                .map(name -> dynamicTest(name, () -> {
                    double[] params = npz.doubles(name.replace(OUT, "/params"));
                    Canvas canvas = new Canvas();
                    canvas.load(AugmentFile.picture(npz, AugmentFile.SOURCE));
                    chain(params).apply(canvas);
                    Normalisation normalisation = params[18] == 0 ? Normalisation.IMAGENET : Normalisation.CIFAR10;
                    NetworkInput.of(canvas, normalisation).assertClose(npz.floats(name), npz.shape(name), 1);
                }));
    }

    /** [top, left, h, w, size, flip, order0..3, four factors, gray, blur radius, solarize, equalize, data set]. */
    private static Sequence chain(double[] params) {
        List<PixelOperation> steps = new ArrayList<>();
        CropBox box = new CropBox((int) params[0], (int) params[1], (int) params[2], (int) params[3]);
        steps.add(new ResizedCrop(box, (int) params[4], (int) params[4], ResampleFilter.BILINEAR));
        addIf(params[5] != 0, steps, new HorizontalFlip());
        for (int i = 0; i < 4; i++) {
            int which = (int) params[ORDER + i];
            steps.add(color(which, params[FACTORS + which]));
        }
        addIf(params[14] != 0, steps, new Grayscale());
        addIf(params[15] != 0, steps, new GaussianBlur(params[15]));
        if (params[16] >= 0) {
            steps.add(new Solarize(params[16]));
        }
        addIf(params[17] != 0, steps, new Equalize());
        return new Sequence(steps);
    }

    private static PixelOperation color(int which, double amount) {
        return switch (which) {
            case 0 -> new Brightness(amount);
            case 1 -> new Contrast(amount);
            case 2 -> new Saturation(amount);
            default -> new Hue(amount);
        };
    }

    private static void addIf(boolean wanted, List<PixelOperation> steps, PixelOperation step) {
        if (wanted) {
            steps.add(step);
        }
    }
}
