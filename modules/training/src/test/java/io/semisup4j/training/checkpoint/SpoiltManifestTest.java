package io.semisup4j.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.testing.hostile.Damage;
import io.semisup4j.testing.hostile.Damages;
import io.semisup4j.testing.hostile.HostileFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever the small files of a checkpoint say, it is restored, found damaged, or refused with a sentence. The manifest
 * is spoilt under checksums that are right again, so that the damage reaches its reader.
 */
class SpoiltManifestTest {
    private static final Path FOLDER = folder();
    private static final Path CHECKPOINT = new CheckpointFolder(FOLDER, Retention.standard())
            .save(Sample.header(10, 0.5), Sample.of(1).parts());
    private static final Path MANIFEST = CHECKPOINT.resolve(CheckpointWriter.MANIFEST);
    private static final Path SUMS = CHECKPOINT.resolve(Checksums.FILE);
    private static final byte[] INTACT_MANIFEST = bytes(MANIFEST);
    private static final byte[] INTACT_SUMS = bytes(SUMS);

    private final HostileFile manifest =
            HostileFile.at(MANIFEST, CHECKPOINT.toString(), CheckpointException.class, file -> {
                forgeChecksum();
                restore();
            });
    private final HostileFile checksums =
            HostileFile.at(SUMS, CHECKPOINT.toString(), CheckpointException.class, file -> restore());

    @AfterContainer
    static void clean() throws IOException {
        Disk.real().delete(CHECKPOINT);
        Disk.real().delete(FOLDER);
    }

    @Example
    void intact_ones_are_accepted() throws IOException {
        Files.write(SUMS, INTACT_SUMS);
        assertThat(manifest.offer(INTACT_MANIFEST)).isTrue();
    }

    @Property(tries = Damages.FEW)
    void a_spoilt_checkpoint_is_restored_passed_over_or_refused_with_a_sentence(
            @ForAll(supplier = Damages.class) List<Damage> damages) throws IOException {
        offerAll(damages);
    }

    @Property(tries = Damages.MANY)
    @Tag("soak")
    void ten_thousand_spoilt_manifests_and_checksums(@ForAll(supplier = Damages.class) List<Damage> damages)
            throws IOException {
        offerAll(damages);
    }

    private void offerAll(List<Damage> damages) throws IOException {
        Files.write(SUMS, INTACT_SUMS);
        manifest.offer(Damage.all(damages, INTACT_MANIFEST));
        Files.write(MANIFEST, INTACT_MANIFEST);
        checksums.offer(Damage.all(damages, INTACT_SUMS));
    }

    private static void restore() {
        assertThat(CheckpointReader.header(CHECKPOINT)).isNotNull();
        CheckpointReader.Outcome outcome = CheckpointReader.open(CHECKPOINT);
        if (outcome.checkpoint().isPresent()) {
            outcome.checkpoint().get().restore(Sample.FINGERPRINT, new Sample().parts());
        } else {
            assertThat(outcome.problem()).isNotBlank();
        }
    }

    private static void forgeChecksum() throws IOException {
        Map<String, Checksums.Sum> sums =
                new LinkedHashMap<>(Checksums.read(CHECKPOINT).orElseThrow().files());
        byte[] spoilt = Files.readAllBytes(MANIFEST);
        CRC32C crc = new CRC32C();
        crc.update(spoilt);
        sums.put(CheckpointWriter.MANIFEST, new Checksums.Sum(crc.getValue(), spoilt.length));
        Files.write(SUMS, new Checksums(sums).text());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("spoilt-checkpoint");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
