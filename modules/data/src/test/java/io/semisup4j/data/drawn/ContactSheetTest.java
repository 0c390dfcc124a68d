package io.semisup4j.data.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
    @TempDir
    Path folder;

    @Test
    void pictures_stand_row_by_row_in_their_own_colours() throws IOException {
        byte[] red = {(byte) 200, 0, 0};
        byte[] green = {0, (byte) 201, 0};
        byte[] blue = {0, 0, (byte) 202};
        Path png = folder.resolve("new/sheet.png");
        ContactSheet.write(List.of(red, green, blue), 1, 2, 4, png);
        BufferedImage sheet = ImageIO.read(png.toFile());
        assertThat(sheet.getWidth()).isEqualTo(2 * (4 + 8) + 8);
        assertThat(sheet.getHeight()).isEqualTo(2 * (4 + 8) + 8);
        assertThat(sheet.getRGB(8, 8) & 0xFFFFFF).isEqualTo(200 << 16);
        assertThat(sheet.getRGB(23, 11) & 0xFFFFFF).isEqualTo(201 << 8);
        assertThat(sheet.getRGB(11, 20) & 0xFFFFFF).isEqualTo(202);
    }

    @Test
    void shows_a_column_for_every_class() throws IOException {
        Path png = folder.resolve("shapes.png");
        ContactSheet.write(new ShapesSpec(1, 4, 40, 8), Split.TEST, 2, png);
        BufferedImage sheet = ImageIO.read(png.toFile());
        assertThat(sheet.getWidth()).isEqualTo(4 * 34 * 3 + 6);
        assertThat(sheet.getHeight()).isEqualTo(2 * 34 * 3 + 6);
    }

    @Test
    void refuses_a_picture_of_another_size() {
        assertThatThrownBy(() -> ContactSheet.write(List.of(new byte[5]), 2, 1, 1, folder.resolve("x.png")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 bytes instead of 3 x 2 x 2");
    }
}
