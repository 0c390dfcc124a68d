package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.BatchPlan;
import io.semisup4j.data.pipeline.ViewJob;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.reporting.exhibit.Views;
import io.semisup4j.reporting.show.ViewShow;
import java.util.ArrayList;
import java.util.List;

/**
 * The first batch of PAWS for the report: some unlabelled pictures and some supports with all their views.
 *
 * @param batch rows as in {@link BatchShape}
 */
record TrainingViews(BatchPlan batch, BatchShape shape, long seed) {
    private static final int LARGE = 0;
    private static final int SMALL = 1;
    private static final int PICTURES = 4;

    Views views() {
        ViewShow show = new ViewShow(seed);
        List<Views.Row> pictures = new ArrayList<>();
        for (int i = 0; i < Math.min(PICTURES, shape.images()); i++) {
            List<ViewJob> jobs = unlabelled(i);
            String label = "training picture " + jobs.get(0).image();
            pictures.add(show.row(label, names(2, shape.smallCrops()), jobs));
        }
        List<Views.Row> supports = new ArrayList<>();
        int perView = shape.supportClasses() * shape.supportImages();
        for (int position = 0; position < Math.min(PICTURES, perView); position++) {
            List<ViewJob> jobs = support(position, perView);
            ViewJob first = jobs.get(0);
            String label = first.images().classes().get(first.label());
            supports.add(show.row(label, names(shape.supportViews(), 0), jobs));
        }
        return new Views(List.of(
                new Views.Group("Unlabelled pictures", pictures),
                new Views.Group("Labelled pictures (supports)", supports)));
    }

    private List<ViewJob> unlabelled(int picture) {
        List<ViewJob> jobs = new ArrayList<>();
        jobs.add(batch.part(LARGE).get(shape.supports() + picture));
        jobs.add(batch.part(LARGE).get(shape.supports() + shape.images() + picture));
        for (int crop = 0; crop < shape.smallCrops(); crop++) {
            jobs.add(batch.part(SMALL).get(crop * shape.images() + picture));
        }
        return jobs;
    }

    private List<ViewJob> support(int position, int perView) {
        List<ViewJob> jobs = new ArrayList<>();
        for (int view = 0; view < shape.supportViews(); view++) {
            jobs.add(batch.part(LARGE).get(view * perView + position));
        }
        return jobs;
    }

    private static List<String> names(int large, int small) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= large; i++) {
            names.add("large " + i);
        }
        for (int i = 1; i <= small; i++) {
            names.add("small " + i);
        }
        return names;
    }
}
