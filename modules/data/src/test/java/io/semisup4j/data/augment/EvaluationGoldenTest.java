package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.data.image.Image;
import io.semisup4j.data.random.Draws;
import io.semisup4j.weights.npz.NpzFile;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The views of evaluation, of a picture that a formula gives. */
@Tag("golden")
class EvaluationGoldenTest {
    private static final int EVERY = 4;

    @Test
    void evaluates_an_imagenet_picture_as_the_original() {
        NpzFile npz = AugmentFile.open();
        Image source = formulaPicture(npz.longs("eval/formula"));
        long[] resized = npz.longs("eval/resized_size_hw");
        long[] shape = npz.shape("eval/out_every4th_pixel");
        int shorter = (int) Math.min(resized[0], resized[1]);

        Image whole = Pictures.after(source, new ResizeShorterSide(shorter, ResampleFilter.BILINEAR));
        assertThat(new long[] {whole.height(), whole.width()}).isEqualTo(resized);

        CenterRecipe recipe = PawsViews.imageNetEvaluation().withSize(shorter, (int) shape[1] * EVERY);
        NetworkInput input = NetworkInput.of(recipe.toView(), source, Draws.of(0, 0, 0, 0));
        input.assertClose(npz.floats("eval/out_every4th_pixel"), shape, EVERY);
        double sum = npz.scalar("eval/out_sum");
        assertThat(input.sum()).isCloseTo(sum, within(1e-6 * Math.abs(sum)));
    }

    @Test
    void evaluates_a_cifar_picture_as_the_original() {
        NpzFile npz = AugmentFile.open();
        Image source = formulaPicture(npz.longs("cifar_eval/formula"));
        long[] shape = npz.shape("cifar_eval/out");
        CenterRecipe recipe = PawsViews.cifarEvaluation().withSize(0, (int) shape[1]);
        NetworkInput.of(recipe.toView(), source, Draws.of(0, 0, 0, 0))
                .assertClose(npz.floats("cifar_eval/out"), shape, 1);
    }

    /** (y a0 + x a1 + c a2 + (y x) / a3) mod 256 for the formula [height, width, a0, a1, a2, a3]. */
    private static Image formulaPicture(long[] formula) {
        int height = (int) formula[0];
        int width = (int) formula[1];
        long[] a = Arrays.copyOfRange(formula, 2, 6);
        byte[] pixels = new byte[height * width * 3];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++, i++) {
                    pixels[i] = (byte) (y * a[0] + x * a[1] + c * a[2] + (long) y * x / a[3]);
                }
            }
        }
        return new Image(height, width, 3, pixels);
    }
}
