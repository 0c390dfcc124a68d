package io.semisup4j.data.drawn;

import java.awt.Shape;
import java.util.Locale;
import java.util.function.Function;

/**
 * The classes. Each differs from every other in its local structure, so that a part of a picture is enough to tell
 * them apart, and none is the mirror image of another, so that a horizontal flip never changes the class.
 */
enum Motif {
    STAR(SolidMotifs::star),
    RING(LineMotifs::ring),
    CROSS(LineMotifs::cross),
    HEART(SolidMotifs::heart),
    WAVES(LineMotifs::waves),
    MOON(SolidMotifs::moon),
    FLOWER(SolidMotifs::flower),
    SPIRAL(LineMotifs::spiral),
    LEAF(SolidMotifs::leaf),
    GRID(LineMotifs::grid);

    private final Function<Dice, Shape> outline;

    Motif(Function<Dice, Shape> outline) {
        this.outline = outline;
    }

    /** The name as written in batches.meta.txt. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One specimen: an area around the origin that reaches to a distance of about 1, upright. */
    Shape specimen(Dice dice) {
        return outline.apply(dice);
    }
}
