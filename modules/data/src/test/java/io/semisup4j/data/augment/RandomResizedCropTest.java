package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.data.random.Draws;
import org.junit.jupiter.api.Test;

class RandomResizedCropTest {
    private static final RandomResizedCrop CROP = RandomResizedCrop.square(32, 0.3, 0.75);

    @Test
    void areas_shapes_and_places_fill_their_ranges_and_no_more() {
        double meanArea = 0;
        double meanLogRatio = 0;
        int boxes = 4000;
        for (int i = 0; i < boxes; i++) {
            CropBox box = CROP.drawBox(Draws.of(Pictures.SEED, 0, i, 0), 600, 600);
            box.requireWithin(600, 600);
            double area = box.height() * box.width() / 360000.0;
            double ratio = (double) box.width() / box.height();
            assertThat(area).as("seed %d", Pictures.SEED).isBetween(0.297, 0.753);
            assertThat(ratio).as("seed %d", Pictures.SEED).isBetween(0.745, 1.341);
            meanArea += area / boxes;
            meanLogRatio += Math.log(ratio) / boxes;
        }
        // Wide boxes of large area do not always fit, so the mean lies slightly below the middle of the range.
        assertThat(meanArea).as("seed %d", Pictures.SEED).isCloseTo(0.52, within(0.015));
        assertThat(meanLogRatio).as("seed %d", Pictures.SEED).isCloseTo(0, within(0.015));
    }

    @Test
    void every_place_that_fits_can_be_drawn() {
        RandomResizedCrop half = new RandomResizedCrop(4, 4, 0.25, 0.25, 1, 1, ResampleFilter.BILINEAR);
        boolean[][] seen = new boolean[5][5];
        for (int i = 0; i < 1000; i++) {
            CropBox box = half.drawBox(Draws.of(Pictures.SEED, 0, i, 0), 8, 8);
            assertThat(box.height() + 100 * box.width()).isEqualTo(404);
            seen[box.top()][box.left()] = true;
        }
        assertThat(seen).as("seed %d", Pictures.SEED).isDeepEqualTo(new boolean[][] {
            {true, true, true, true, true},
            {true, true, true, true, true},
            {true, true, true, true, true},
            {true, true, true, true, true},
            {true, true, true, true, true},
        });
    }

    @Test
    void where_nothing_fits_the_largest_centred_box_in_range_is_taken() {
        RandomResizedCrop all = RandomResizedCrop.square(8, 1, 1);
        Draws draws = Draws.of(Pictures.SEED, 0, 0, 0);
        assertThat(all.drawBox(draws, 30, 300)).isEqualTo(new CropBox(0, 130, 30, 40));
        assertThat(all.drawBox(draws, 300, 30)).isEqualTo(new CropBox(130, 0, 40, 30));
        assertThat(RandomResizedCrop.square(8, 1e-9, 1e-9).drawBox(draws, 6, 7)).isEqualTo(CropBox.whole(6, 7));
    }

    @Test
    void refuses_impossible_ranges_by_their_values() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomResizedCrop.square(32, 0.8, 0.4))
                .withMessageContaining("0.8")
                .withMessageContaining("0.4");
        assertThatIllegalArgumentException().isThrownBy(() -> CROP.withScale(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CROP.withScale(0.5, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> CROP.withSize(0, 32));
    }
}
