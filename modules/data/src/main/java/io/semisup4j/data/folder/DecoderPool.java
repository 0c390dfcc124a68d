package io.semisup4j.data.folder;

import io.semisup4j.data.decode.PictureDecoder;
import java.util.ArrayDeque;

/** Decoders that are not in use, with their memory: as many as threads have ever decoded at once. */
final class DecoderPool {
    private final ArrayDeque<PictureDecoder> free = new ArrayDeque<>();

    synchronized PictureDecoder take() {
        PictureDecoder decoder = free.poll();
        return decoder == null ? new PictureDecoder() : decoder;
    }

    synchronized void giveBack(PictureDecoder decoder) {
        free.push(decoder);
    }
}
