package io.semisup4j.data.decode;

import java.util.ArrayDeque;

/** Decoders that are not in use, with their memory: as many as threads have ever decoded at once. */
public final class DecoderPool {
    private final ArrayDeque<PictureDecoder> free = new ArrayDeque<>();

    /** A decoder that nobody else has until it is given back. */
    public synchronized PictureDecoder take() {
        PictureDecoder decoder = free.poll();
        return decoder == null ? new PictureDecoder() : decoder;
    }

    /** Returns a decoder, whose last picture is no longer needed. */
    public synchronized void giveBack(PictureDecoder decoder) {
        free.push(decoder);
    }
}
