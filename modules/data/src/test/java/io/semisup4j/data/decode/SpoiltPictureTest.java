package io.semisup4j.data.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.testing.hostile.Damage;
import io.semisup4j.testing.hostile.Damages;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Whatever happens to a picture file, the decoder gives a picture or answers with a sentence. */
class SpoiltPictureTest {
    @Example
    void intact_pictures_are_decoded() {
        for (SpoiltPicture picture : SpoiltPicture.values()) {
            assertThat(SpoiltPicture.offer(picture.intact())).as("%s", picture).isTrue();
            assertThat(SpoiltPicture.offer(picture.spoilt(List.of())))
                    .as("%s put together again", picture)
                    .isTrue();
        }
    }

    @Property(tries = Damages.FEW)
    void a_spoilt_picture_is_decoded_or_refused_with_a_sentence(
            @ForAll(supplier = Damages.class) List<Damage> damages) {
        offerAll(damages);
    }

    @Property(tries = Damages.MANY)
    @Tag("soak")
    void ten_thousand_spoilt_pictures_of_each_kind(@ForAll(supplier = Damages.class) List<Damage> damages) {
        offerAll(damages);
    }

    private static void offerAll(List<Damage> damages) {
        for (SpoiltPicture picture : SpoiltPicture.values()) {
            SpoiltPicture.offer(picture.spoilt(damages));
        }
    }
}
