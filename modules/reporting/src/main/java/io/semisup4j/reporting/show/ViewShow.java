package io.semisup4j.reporting.show;

import io.semisup4j.data.image.Image;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.pipeline.ViewJob;
import io.semisup4j.data.random.Draws;
import io.semisup4j.reporting.exhibit.Picture;
import io.semisup4j.reporting.exhibit.Views;
import java.util.ArrayList;
import java.util.List;

/**
 * Views as a training step sees them, made anew from what the step asks for.
 *
 * @param seed of the run, first key of every view's randomness
 */
public record ViewShow(long seed) {

    /**
     * One picture with its views.
     *
     * @param label what is known of it
     * @param names of the views for people
     * @param jobs views of one picture, as many as names
     */
    public Views.Row row(String label, List<String> names, List<ViewJob> jobs) {
        List<Views.View> views = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            views.add(new Views.View(names.get(i), picture(jobs.get(i))));
        }
        Image image = jobs.get(0).images().image(jobs.get(0).image());
        return new Views.Row(label, NeighbourShow.picture(image), views);
    }

    private Picture picture(ViewJob job) {
        ViewTransform transform = job.transform();
        float[] view = new float[transform.length()];
        Image source = job.images().image(job.image());
        transform.apply(source, Draws.of(seed, job.epoch(), job.image(), job.view()), view, 0);
        return Picture.of(transform.height(), transform.width(), transform.picture(view, 0));
    }
}
