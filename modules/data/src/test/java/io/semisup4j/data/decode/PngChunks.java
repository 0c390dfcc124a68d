package io.semisup4j.data.decode;

import io.semisup4j.testing.hostile.Damage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Takes PNG files apart and puts them together with right lengths and checksums. */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final String PIXELS = "IDAT";

    private PngChunks() {}

    /**
     * One piece of the file.
     *
     * @param type four letters
     */
    private record Chunk(String type, byte[] content) {}

    /** The file with the content of one chunk spoilt; the first damage chooses which. */
    static byte[] spoiltContent(List<Damage> damages, byte[] file) {
        List<Chunk> chunks = new ArrayList<>(chunks(file));
        int chosen = damages.isEmpty() ? 0 : damages.get(0).where() % (chunks.size() - 1); // the last has no content
        Chunk chunk = chunks.get(chosen);
        chunks.set(chosen, new Chunk(chunk.type(), Damage.all(damages, chunk.content())));
        return file(file, chunks);
    }

    /** The file with its uncompressed pixels spoilt. */
    static byte[] spoiltPixels(List<Damage> damages, byte[] file) {
        UnaryOperator<byte[]> spoil = stream -> deflated(Damage.all(damages, inflated(stream)));
        return file(
                file,
                chunks(file).stream()
                        .map(chunk ->
                                chunk.type().equals(PIXELS) ? new Chunk(PIXELS, spoil.apply(chunk.content())) : chunk)
                        .toList());
    }

    private static List<Chunk> chunks(byte[] file) {
        List<Chunk> chunks = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file).position(SIGNATURE);
        while (in.hasRemaining()) {
            byte[] content = new byte[in.getInt()];
            byte[] type = new byte[4];
            in.get(type).get(content).getInt();
            chunks.add(new Chunk(new String(type, StandardCharsets.US_ASCII), content));
        }
        return chunks;
    }

    private static byte[] file(byte[] original, List<Chunk> chunks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Arrays.copyOf(original, SIGNATURE));
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Chunk chunk : chunks) {
                CRC32 checksum = new CRC32();
                checksum.update(chunk.type().getBytes(StandardCharsets.US_ASCII));
                checksum.update(chunk.content());
                out.writeInt(chunk.content().length);
                out.writeBytes(chunk.type());
                out.write(chunk.content());
                out.writeInt((int) checksum.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] inflated(byte[] stream) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(stream))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] deflated(byte[] pixels) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(pixels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
