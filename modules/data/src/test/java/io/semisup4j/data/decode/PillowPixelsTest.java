package io.semisup4j.data.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.data.image.Image;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One picture of each kind, with the pixels that Pillow's convert('RGB') has given for it. */
class PillowPixelsTest {
    private final PictureDecoder decoder = new PictureDecoder();

    private static Path folder() throws URISyntaxException {
        return Path.of(PillowPixelsTest.class.getResource("/pictures").toURI());
    }

    private static Image expected(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int width = bytes.getInt();
        int height = bytes.getInt();
        byte[] pixels = new byte[bytes.remaining()];
        bytes.get(pixels);
        return new Image(height, width, 3, pixels);
    }

    @Test
    void every_kind_of_picture_has_the_pixels_of_Pillow() throws Exception {
        List<Path> answers;
        try (Stream<Path> files = Files.list(folder())) {
            answers = files.filter(file -> file.toString().endsWith(".rgb"))
                    .sorted()
                    .toList();
        }
        assertThat(answers).hasSizeGreaterThan(50);
        for (Path answer : answers) {
            Path picture = Path.of(answer.toString().replaceFirst("\\.rgb$", ""));
            Image read = decoder.read(picture);
            assertThat(read)
                    .as("size of %s", picture)
                    .hasToString(expected(answer).toString());
            assertThat(Arrays.copyOf(read.pixels(), read.length()))
                    .as("pixels of %s", picture)
                    .isEqualTo(expected(answer).pixels());
        }
    }

    @Test
    void the_orientation_in_EXIF_data_is_ignored() throws Exception {
        Image read = decoder.read(folder().resolve("exif.jpg"));
        assertThat(read.width()).isEqualTo(37);
        assertThat(read.height()).isEqualTo(20);
    }

    @Test
    void a_PNG_file_named_jpg_is_read_by_its_content() throws Exception {
        Image png = decoder.read(folder().resolve("RGB.png"));
        Image copy = new Image(png.height(), png.width(), 3, Arrays.copyOf(png.pixels(), png.length()));
        assertThat(decoder.read(folder().resolve("wrong.jpg"))).isEqualTo(copy);
    }
}
