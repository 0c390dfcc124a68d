package io.semisup4j.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.testing.hostile.Damage;
import io.semisup4j.testing.hostile.Damages;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Whatever happens to a weight file, its reader either reads it or answers with a sentence. */
class SpoiltWeightFileTest {
    @Example
    void intact_files_are_accepted() {
        for (SpoiltFormat format : SpoiltFormat.values()) {
            assertThat(format.offer(format.intact())).as("%s", format).isTrue();
        }
    }

    @Property(tries = Damages.FEW)
    void a_spoilt_file_is_read_or_refused_with_a_sentence(@ForAll(supplier = Damages.class) List<Damage> damages)
            throws IOException {
        offerAll(damages);
    }

    @Property(tries = Damages.MANY)
    @Tag("soak")
    void ten_thousand_spoilt_files_of_each_format(@ForAll(supplier = Damages.class) List<Damage> damages)
            throws IOException {
        offerAll(damages);
    }

    private static void offerAll(List<Damage> damages) throws IOException {
        for (SpoiltFormat format : SpoiltFormat.values()) {
            format.offer(format.spoilt(damages));
        }
    }
}
