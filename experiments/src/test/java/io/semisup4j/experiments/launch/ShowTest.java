package io.semisup4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.experiments.paws.PawsExperiments;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShowTest {

    @Test
    void show_says_what_every_key_means() {
        String shown = show("paws-imagenet-10pct");

        assertThat(shown)
                .contains("    # B, unlabelled images\n    images: 64")
                .contains("    # a name of Backbones\n    backbone: resnet50")
                .contains("needs -Ddata.imagenet=DIR");
    }

    @Test
    void show_says_what_the_user_has_still_to_give() {
        assertThat(show("paws-imagenet-10pct-finetune")).contains("from: null", "-Dset.from=DIR-or-FILE");
    }

    private static String show(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Surroundings here =
                new Surroundings(new Console(printed, printed), () -> Instant.EPOCH, new Stopping(), () -> {});
        Request request = Request.of(Map.of(), List.of("-Dexperiment=show", "-Dname=" + name));
        int code = new Launch(new Registry(PawsExperiments.all().toList()), here).answer(request);
        assertThat(code).isEqualTo(ExitCode.SUCCESS);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
