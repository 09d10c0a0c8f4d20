package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Image;
import lichen.core.plugin.FileReference;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the measure divides by, counted again on the photographs that come along: these are in this room, and not in the measure's. */
class DeviationsOnBoardTest {
    private static final int SIDE = 128;

    @BeforeAll
    static void startBackend() {
        Backend.start(BackendChoice.CPU, false);
    }

    @Test
    void areThoseOfThePhotographsOnBoard() throws IOException {
        List<double[]> statistics = new ArrayList<>();
        for (String name : List.of(
                "gravel",
                "soil",
                "mossy-ground",
                "marble",
                "rock",
                "snow",
                "paving",
                "pebbles",
                "stone-wall",
                "weathered-rock",
                "bark",
                "grass")) {
            statistics.add(PortillaSimoncelliDistance.statistics(middle(name)));
        }

        float[] stored = PortillaSimoncelliDistance.deviations();

        assertThat(stored).hasSize(3246);
        for (int i = 0; i < stored.length; i += 97) {
            assertThat((double) stored[i]).isCloseTo(deviation(statistics, i), Offset.offset(1e-3));
        }
    }

    /** The deviation of the population. */
    private static double deviation(List<double[]> statistics, int index) {
        double mean =
                statistics.stream().mapToDouble(all -> all[index]).average().orElseThrow();
        return Math.sqrt(statistics.stream()
                .mapToDouble(all -> (all[index] - mean) * (all[index] - mean))
                .average()
                .orElseThrow());
    }

    private static Image middle(String name) throws IOException {
        try (InputStream stream = new FileReference("bundled:" + name).open()) {
            BufferedImage picture = ImageIO.read(stream);
            float[] rgb = new float[SIDE * SIDE * Image.CHANNELS];
            for (int i = 0; i < rgb.length; i++) {
                int x = (picture.getWidth() - SIDE) / 2 + i / 3 % SIDE;
                int y = (picture.getHeight() - SIDE) / 2 + i / 3 / SIDE;
                rgb[i] = (picture.getRGB(x, y) >> (16 - 8 * (i % 3)) & 0xFF) / 255f;
            }
            return Image.of(SIDE, SIDE, rgb);
        }
    }
}
