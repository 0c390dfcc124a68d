package io.semisup4j.data.cifar;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.testing.hostile.Damage;
import io.semisup4j.testing.hostile.Damages;
import io.semisup4j.testing.hostile.HostileFile;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.datavec.api.split.CollectionInputSplit;

/** Whatever happens to a CIFAR file, its reader either reads it or answers with a sentence. */
class SpoiltCifarFileTest {
    private static final byte[] BINARY = CifarFiles.binary(1, 2);
    private static final byte[] PYTHON = CifarFiles.python(1, 2, true);

    /** Instructions of the pickle before its pixels, and behind them. */
    private static final int HEAD = 260;

    private final HostileFile binary =
            HostileFile.readBy(".bin", DataException.class, SpoiltCifarFileTest::readAllRecords);
    private final HostileFile python =
            HostileFile.readBy("_batch", DataException.class, SpoiltCifarFileTest::readAllRecords);

    @Example
    void intact_files_are_accepted() {
        assertThat(binary.offer(BINARY)).isTrue();
        assertThat(python.offer(PYTHON)).isTrue();
    }

    @Property(tries = Damages.FEW)
    void a_spoilt_file_is_read_or_refused_with_a_sentence(@ForAll(supplier = Damages.class) List<Damage> damages) {
        offerAll(damages);
    }

    @Property(tries = Damages.MANY)
    @Tag("soak")
    void ten_thousand_spoilt_files_of_each_layout(@ForAll(supplier = Damages.class) List<Damage> damages) {
        offerAll(damages);
    }

    private void offerAll(List<Damage> damages) {
        binary.offer(Damage.all(damages, BINARY));
        python.offer(Damage.all(damages, PYTHON));
        python.offer(spoiltInstructions(damages));
    }

    /** Most of the file is pixels, which may be anything; here the damage is done to the instructions alone. */
    private static byte[] spoiltInstructions(List<Damage> damages) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Damage.all(damages, Arrays.copyOf(PYTHON, HEAD)));
        file.writeBytes(Arrays.copyOfRange(PYTHON, HEAD, PYTHON.length));
        return file.toByteArray();
    }

    private static void readAllRecords(Path file) throws Exception {
        try (CifarRecordReader reader = new CifarRecordReader(CifarFiles.CLASSES, CifarRecordReader.Pixels.BYTES)) {
            reader.initialize(new CollectionInputSplit(List.of(file.toUri())));
            while (reader.hasNext()) {
                reader.next();
            }
        }
    }
}
