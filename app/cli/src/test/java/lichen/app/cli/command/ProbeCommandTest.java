package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.program.Workplace;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeCommandTest {
    /** Half a unit of the ninth digit that is printed, for numbers near one. */
    private static final double PRINTED = 1e-6;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));
    private Path image = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
        image = place.photograph("other.png", 40, 30);
    }

    @Test
    void writesTheSignatureByLayerAndTheGradientByPixel() throws IOException {
        Path signature = folder.resolve("out.json");
        Path gradient = folder.resolve("out.npy");
        Outcome outcome = probe(image, "--signature", signature.toString(), "--gradient", gradient.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).matches("loss {11}\\S+\ngradient norm {2}\\S+\n");

        JsonNode layers = new ObjectMapper().readTree(signature.toFile());
        assertThat(layers.fieldNames()).toIterable().containsExactly("conv1", "conv2");
        assertThat(layers.get("conv1")).hasSize(64).allMatch(JsonNode::isNumber);

        NdArray<float[]> numbers = floats(gradient);
        assertThat(numbers.shape()).containsExactly(30, 40, 3);
        double norm = 0;
        for (float number : numbers.values()) {
            norm += (double) number * number;
        }
        double printed = Double.parseDouble(List.of(outcome.out().split("\\s+")).get(4));
        assertThat(Math.sqrt(norm)).isCloseTo(printed, within(PRINTED * printed));
    }

    @Test
    void givesZeroAtTheTargetItself() {
        assertThat(probe(folder.resolve("photo.png")).out())
                .isEqualTo("loss           0.00000000\ngradient norm  0.00000000\n");
    }

    @Test
    void seesNoEdgeOfAnImageThatBeginsAgain() throws IOException {
        Path whole = place.photograph("whole.png", 40, 32);
        Path rolled = rolled(whole, 16, 8);
        double network = loss(whole, "network");
        double circular = loss(whole, "circular");

        assertThat(loss(rolled, "circular")).isCloseTo(circular, within(1e-5 * circular));
        assertThat(Math.abs(loss(rolled, "network") - network)).isGreaterThan(1e-3 * network);
    }

    private double loss(Path at, String border) {
        Outcome outcome = probe(at, "-s", "border=" + border, "-s", "objective.octaves=3");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        return Double.parseDouble(List.of(outcome.out().split("\\s+")).get(1));
    }

    private static Path rolled(Path image, int columns, int rows) throws IOException {
        BufferedImage from = ImageIO.read(image.toFile());
        int width = from.getWidth();
        int height = from.getHeight();
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to.setRGB((x + columns) % width, (y + rows) % height, from.getRGB(x, y));
            }
        }
        Path file = image.resolveSibling("rolled.png");
        ImageIO.write(to, "png", file.toFile());
        return file;
    }

    @Test
    void tellsSignaturesOfSeveralTermsApart() throws IOException {
        Path signature = folder.resolve("out.json");
        String term = "{\"weight\": 1, \"term\": {\"type\": \"signature-match\", \"layers\": [\"conv1\"]}}";
        Outcome outcome = probe(
                image,
                "--signature",
                signature.toString(),
                "-s",
                "objective={\"type\": \"weighted-sum\", \"terms\": [" + term + ", " + term + "]}");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(new ObjectMapper().readTree(signature.toFile()).fieldNames())
                .toIterable()
                .containsExactly("0/conv1", "1/conv1");
    }

    @Test
    void refusesWhatCannotBeProbed() throws IOException {
        Path small = place.photograph("small.png", 4, 4);
        assertThat(probe(small))
                .isEqualTo(refusal(
                        "--image " + small + ": the image must be at least 5 x 5 pixels, what the layer conv2 sees"
                                + " at once, but is 4 x 4: use a larger image, or only layers before it"));
        assertThat(probe(folder.resolve("none.png"))).isEqualTo(refusal(folder.resolve("none.png") + ": no such file"));
        assertThat(probe(
                                image,
                                "--signature",
                                folder.resolve("out.json").toString(),
                                "-s",
                                "objective={\"type\": \"total-variation\"}")
                        .err())
                .isEqualTo(place.config() + ": its objective matches no signature; leave out --signature\n");
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    @Test
    void findsOutThatItCannotWriteBeforeItEvaluates() {
        Path nowhere = folder.resolve("no/out.npy");
        String message = nowhere + ": cannot be written: its folder does not exist; make it first, or choose another";
        assertThat(probe(image, "--gradient", nowhere.toString())).isEqualTo(refusal(message));
        assertThat(probe(image, "--signature", nowhere.toString())).isEqualTo(refusal(message));
    }

    private Outcome probe(Path at, String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(
                new String[] {"probe", place.config().toString(), "--image", at.toString()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Outcome.of(arguments);
    }

    private static Outcome refusal(String message) {
        return new Outcome(ExitCode.INPUT, "", message + "\n");
    }

    private static NdArray<float[]> floats(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            NdArray<?> array = Npy.read(in);
            assertThat(array.values()).isInstanceOf(float[].class);
            return NdArray.of(array.floats(), array.shape());
        }
    }
}
