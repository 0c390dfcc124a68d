package io.semisup4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.testing.hostile.Damage;
import io.semisup4j.testing.hostile.Damages;
import io.semisup4j.testing.hostile.HostileFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Whatever happens to a list of labelled pictures, its reader either reads it or answers with a sentence. */
class SpoiltSplitFileTest {
    private static final int IMAGES = 500;
    private static final byte[] LIST =
            Split.all(IMAGES).toText().substring(0, 690).getBytes(StandardCharsets.US_ASCII);

    private final HostileFile list =
            HostileFile.readBy(".txt", DataException.class, file -> SplitFile.read(file, IMAGES));

    @Example
    void the_intact_file_is_accepted() {
        assertThat(list.offer(LIST)).isTrue();
    }

    @Property(tries = Damages.FEW)
    void a_spoilt_file_is_read_or_refused_with_a_sentence(@ForAll(supplier = Damages.class) List<Damage> damages) {
        list.offer(Damage.all(damages, LIST));
    }

    @Property(tries = Damages.MANY)
    @Tag("soak")
    void ten_thousand_spoilt_files(@ForAll(supplier = Damages.class) List<Damage> damages) {
        list.offer(Damage.all(damages, LIST));
    }
}
