package io.semisup4j.data.augment;

import java.util.ArrayDeque;

/** Canvases that are not in use: as many as threads have ever worked at once. */
final class CanvasPool {
    private final ArrayDeque<Canvas> free = new ArrayDeque<>();

    synchronized Canvas take() {
        Canvas canvas = free.poll();
        return canvas == null ? new Canvas() : canvas;
    }

    synchronized void giveBack(Canvas canvas) {
        free.push(canvas);
    }
}
