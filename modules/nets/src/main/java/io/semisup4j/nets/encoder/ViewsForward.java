package io.semisup4j.nets.encoder;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.nets.encoder.Encoder.Encoded;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The encoder over a list of image batches, as PAWS's code runs it: consecutive batches of equal width form a group,
 * every group is one pass through backbone and heads with its own batch statistics, and the outputs are joined in
 * order.
 */
public final class ViewsForward {
    private final Encoder encoder;
    private final Graph graph;
    private final Declarations declarations;
    private final Supplier<Pass> passes;

    /**
     * Prepares forward passes.
     *
     * @param declarations collects the encoder's arrays
     * @param passes makes the pass of every group: {@code Pass::train} or {@code Pass::evaluation}
     */
    public ViewsForward(Encoder encoder, Graph graph, Declarations declarations, Supplier<Pass> passes) {
        this.encoder = encoder;
        this.graph = graph;
        this.declarations = declarations;
        this.passes = passes;
    }

    /**
     * What the list gives.
     *
     * @param h projections of all images, in the order of the list
     * @param z predictions of all images; h if there is no prediction head
     * @param passes the passes in the order in which they update running statistics
     */
    public record Outputs(Tensor h, Tensor z, List<Pass> passes) {}

    /** Over image batches [N, H, W, 3]; neighbours of equal width are joined, which copies them. */
    public Outputs views(List<Tensor> views) {
        List<Tensor> groups = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= views.size(); i++) {
            if (i == views.size() || views.get(i).size(2) != views.get(from).size(2)) {
                groups.add(joined(views.subList(from, i)));
                from = i;
            }
        }
        return groups(groups);
    }

    /** Over groups that are already joined. */
    public Outputs groups(List<Tensor> groups) {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("an encoder needs at least one batch of images");
        }
        List<Tensor> h = new ArrayList<>();
        List<Tensor> z = new ArrayList<>();
        List<Pass> made = new ArrayList<>();
        for (Tensor images : groups) {
            Pass pass = passes.get();
            Encoded encoded = encoder.apply(Scope.root(graph, declarations, pass), images);
            made.add(pass);
            h.add(encoded.h());
            z.add(encoded.z());
        }
        Tensor projections = Shapes.concat(h);
        return new Outputs(projections, h.equals(z) ? projections : Shapes.concat(z), List.copyOf(made));
    }

    private static Tensor joined(List<Tensor> views) {
        long[] image = imageShape(views.get(0));
        for (Tensor view : views) {
            if (!Arrays.equals(imageShape(view), image)) {
                throw new IllegalArgumentException("views of equal width run as one batch, so all their images must"
                        + " have one shape; these differ: " + views);
            }
        }
        return Shapes.concat(views);
    }

    private static long[] imageShape(Tensor view) {
        return Arrays.copyOfRange(view.shape(), 1, view.rank());
    }
}
