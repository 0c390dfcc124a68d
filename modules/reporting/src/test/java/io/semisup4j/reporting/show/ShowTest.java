package io.semisup4j.reporting.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.data.augment.PawsViews;
import io.semisup4j.data.dataset.InMemoryImages;
import io.semisup4j.data.image.Image;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.pipeline.BatchPlan;
import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.pipeline.ViewJob;
import io.semisup4j.data.pipeline.ViewLoader;
import io.semisup4j.reporting.exhibit.Embedding;
import io.semisup4j.reporting.exhibit.Neighbours;
import io.semisup4j.reporting.exhibit.Picture;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ShowTest {
    private final InMemoryImages images = images();

    private static InMemoryImages images() {
        InMemoryImages.Builder builder = new InMemoryImages.Builder(List.of("a", "b", "c"));
        Random random = new Random(1);
        for (int i = 0; i < 9; i++) {
            byte[] pixels = new byte[32 * 32 * 3];
            random.nextBytes(pixels);
            builder.add(new Image(32, 32, 3, pixels), i < 6 ? i / 3 : 2);
        }
        return builder.build();
    }

    @Test
    void pictures_are_chosen_class_by_class() {
        assertThat(Chosen.classByClass(images.labels(), 3, 5)).containsExactly(0, 3, 6, 1, 4);
        assertThat(Chosen.classByClass(images.labels(), 2, 9)).containsExactly(0, 3, 1, 4, 2, 5);
    }

    @Test
    void an_embedding_shows_every_class_where_classes_take_turns() {
        InMemoryImages.Builder builder = new InMemoryImages.Builder(List.of("a", "b", "c", "d"));
        for (int i = 0; i < 1000; i++) {
            builder.add(new Image(1, 1, 3, new byte[3]), i % 4);
        }
        INDArray embeddings = Nd4j.createFromArray(
                        new Random(5).doubles(3000, -1, 1).toArray())
                .reshape(1000, 3);
        assertThat(ClassifierShow.embedding(builder.build(), embeddings).dots())
                .hasSize(500)
                .extracting(Embedding.Dot::label)
                .containsOnly(0, 1, 2, 3);
    }

    @Test
    void a_view_is_the_one_that_training_sees() {
        ViewTransform large = PawsViews.cifarLarge().toView();
        ViewJob job = new ViewJob(images, 4, large, 3, 1);
        float[] seen;
        try (ViewLoader loader =
                new ViewLoader(step -> BatchPlan.of(List.of(job)), 17, 0, 1, LoaderOptions.threads(0))) {
            seen = loader.next().array(0).clone();
        }
        Picture shown = new ViewShow(17)
                .row("a", List.of("large"), List.of(job))
                .views()
                .get(0)
                .picture();
        assertThat(shown).isEqualTo(Picture.of(large.height(), large.width(), large.picture(seen, 0)));
    }

    @Test
    void neighbours_carry_pictures_classes_and_soft_labels() {
        INDArray embeddings = Nd4j.createFromArray(
                new double[][] {{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}, {2, 0}});
        INDArray p = Nd4j.createFromArray(new double[9][3]).addi(1 / 3.0);
        int[] labelled = {8, 2, 6};
        Neighbours shown = new NeighbourShow(images, images, labelled).of(embeddings, embeddings.getRows(labelled), p);
        assertThat(shown.queries()).hasSize(9);
        Neighbours.Query first = shown.queries().get(0);
        assertThat(first.softLabel()).containsExactly(0.3333, 0.3333, 0.3333);
        assertThat(first.nearest().get(0))
                .isEqualTo(new Neighbours.Near(NeighbourShow.picture(images.image(8)), 2, 1.0));
    }

    @Test
    void an_embedding_looks_at_directions_alone() {
        INDArray embeddings =
                Nd4j.createFromArray(new Random(3).doubles(45, -1, 1).toArray()).reshape(9, 5);
        Embedding shown = ClassifierShow.embedding(images, embeddings);
        assertThat(shown.dots()).hasSize(9).extracting(Embedding.Dot::label).contains(0, 1, 2);
        assertThat(ClassifierShow.embedding(images, embeddings.mul(7)).dots()).isEqualTo(shown.dots());
    }

    @Test
    void a_large_picture_is_made_small_for_the_page() {
        Picture picture = Picture.of(300, 200, new byte[300 * 200 * 3]);
        assertThat(picture.height()).isEqualTo(300);
        assertThat(picture.png().length()).isLessThan(2000);
    }
}
