package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.PluginJar;
import lichen.app.cli.SamplePlugin;
import lichen.app.cli.command.ExitCode;
import lichen.core.npy.Npy;
import lichen.model.SharedFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code probe} with the seed network against numbers that were computed in float64 by another program. The tolerances are
 * those of float32 sums over 64 x 64 pixels through nine convolutions.
 */
class ReferenceNumbersTest {
    private static final double RELATIVE = 1e-4;
    private static final double GRADIENT = 1e-3;
    private static final int SIDE = 64;
    private static final String CONFIG = """
            {"type": "synthesis", "backend": "cpu",
             "target": {"image": "%s", "crop": [0, 0, 64, 64]},
             "network": {"type": "keras", "weights": "%s"},
             "objective": {"type": "signature-match", %s}}
            """;

    @TempDir
    private static Path folder;

    private static JsonNode reference = new ObjectMapper().missingNode();
    private static Path image = Path.of("");

    @BeforeAll
    static void cropTheImage() throws IOException {
        reference = new ObjectMapper()
                .readTree(SharedFiles.find("seed/reference.json").toFile());
        BufferedImage soil =
                ImageIO.read(SharedFiles.find("textures/s03_soil.png").toFile());
        BufferedImage part = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE * SIDE; i++) {
            part.setRGB(i % SIDE, i / SIDE, soil.getRGB(64 + i % SIDE, 128 + i / SIDE));
        }
        image = folder.resolve("soil.png");
        ImageIO.write(part, "png", image.toFile());
    }

    @Test
    void agreesOnTheMeansTheirLossAndItsGradient() throws IOException {
        Outcome outcome = probe("gap", "\"descriptor\": {\"type\": \"gap\"}, \"distance\": {\"type\": \"euclidean\"}");
        assertNumber(outcome, "loss", reference.get("gapLoss").asDouble());
        assertNumber(outcome, "gradient norm", reference.get("gapGradientNorm").asDouble());
        assertGradient("gap", reference.get("gapGradient"));
        List<Double> means = new ArrayList<>();
        signature("gap").forEach(layer -> layer.forEach(mean -> means.add(mean.asDouble())));
        assertThat(means).hasSize(451);
        for (int i = 0; i < means.size(); i++) {
            assertClose(means.get(i), reference.get("gapImage").get(i).asDouble(), RELATIVE);
        }
    }

    @Test
    void agreesOnTheGramMatricesTheirLossAndItsGradient() throws IOException {
        Outcome outcome =
                probe("gram", "\"descriptor\": {\"type\": \"gram\"}, \"distance\": {\"type\": \"squared-error\"}");
        assertNumber(outcome, "loss", reference.get("gramLoss").asDouble());
        assertNumber(outcome, "gradient norm", reference.get("gramGradientNorm").asDouble());
        assertGradient("gram", reference.get("gramGradient"));
        JsonNode first = signature("gram").get("conv2d");
        int channels = (int) Math.sqrt(first.size());
        JsonNode corner = reference.get("gramConv2dImage");
        for (int i = 0; i < corner.size(); i++) {
            for (int j = 0; j < corner.size(); j++) {
                assertClose(
                        first.get(i * channels + j).asDouble(),
                        corner.get(i).get(j).asDouble(),
                        RELATIVE);
            }
        }
    }

    @Test
    void agreesOnTheImageThatTheNetworkPutsOut() throws IOException {
        Path jar = SamplePlugin.jar().build(folder.resolve("moss.jar"));
        PluginJar.with(
                jar, () -> probe("output", "\"layers\": [\"conv2d_8\"], \"descriptor\": {\"type\": \"brightness\"}"));
        JsonNode output = signature("output").get("conv2d_8");
        reference.get("reconstruction").properties().forEach(pixel -> {
            int first = first(pixel.getKey());
            for (int c = 0; c < 3; c++) {
                assertClose(
                        output.get(first + c).asDouble(),
                        pixel.getValue().get(c).asDouble(),
                        RELATIVE);
            }
        });
    }

    private static Outcome probe(String name, String objective) {
        try {
            Path config = Files.writeString(
                    folder.resolve(name + ".config.json"),
                    String.format(
                            Locale.ROOT,
                            CONFIG,
                            SharedFiles.find("textures/s02_railway_gravel.png"),
                            SharedFiles.find("seed/FCN512_2_savemodel.h5"),
                            objective));
            Outcome outcome = Outcome.of(
                    "probe",
                    config.toString(),
                    "--image",
                    image.toString(),
                    "--signature",
                    folder.resolve(name + ".json").toString(),
                    "--gradient",
                    folder.resolve(name + ".npy").toString());
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode signature(String name) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(name + ".json").toFile());
    }

    private static void assertNumber(Outcome outcome, String name, double expected) {
        String line = outcome.out()
                .lines()
                .filter(candidate -> candidate.startsWith(name))
                .findFirst()
                .orElseThrow();
        assertClose(Double.parseDouble(line.substring(name.length()).strip()), expected, RELATIVE);
    }

    private static void assertGradient(String name, JsonNode pixels) throws IOException {
        float[] gradient;
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".npy"))) {
            gradient = Npy.read(in).floats();
        }
        assertThat(gradient).hasSize(SIDE * SIDE * 3);
        pixels.properties().forEach(pixel -> {
            int first = first(pixel.getKey());
            for (int c = 0; c < 3; c++) {
                assertClose(gradient[first + c], pixel.getValue().get(c).asDouble(), GRADIENT);
            }
        });
    }

    /** The index of the first channel of the pixel {@code "y,x"}. */
    private static int first(String pixel) {
        String[] place = pixel.split(",", -1);
        return (Integer.parseInt(place[0]) * SIDE + Integer.parseInt(place[1])) * 3;
    }

    /** Relative to the number itself, but for numbers that are hardly more than rounding of their neighbours. */
    private static void assertClose(double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, within(tolerance * Math.max(Math.abs(expected), 1e-3)));
    }
}
