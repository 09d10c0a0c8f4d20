package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.Wiring;
import lichen.app.cli.command.ExitCode;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.core.feature.Architecture;
import lichen.core.npy.NdArray;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.Convolution;
import lichen.io.image.ImageCodec;
import lichen.io.json.Config;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.run.MetricsCsv;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.operation.Operation;
import lichen.model.weights.WeightsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterAtlasTest {
    private static final String CONFIG = """
            {
              "type": "filter-atlas",
              "seed": 3,
              "network": {"type": "fcn", "blocks": [{"filters": 6, "kernel": 3}, {"filters": 5, "kernel": 3}]},
              "layer": "conv2",
              "tile": 24,
              "columns": 3,
              "stop": {"evaluations": 12}
            }
            """;

    /** Columns of the numbers of a run. */
    private static final int ACTIVATION = 2;

    private static final int GRADIENT = 3;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = new Workplace(folder);
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void drawsATileForEachChannel() throws IOException {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        BufferedImage atlas =
                ImageIO.read(run("tiny").resolve("images/atlas.png").toFile());

        assertThat(atlas.getWidth()).isEqualTo(12 + 3 * (24 + 12));
        assertThat(atlas.getHeight()).isEqualTo(12 + 2 * (24 + 24 + 12));
        assertThat(outcome.out()).contains("5 channels of conv2 drawn");
        assertThat(run("tiny").resolve("report.html")).content().contains("channels drawn", "5 of 5");
    }

    @Test
    void excitesAChannelMoreThanItsStartDoes() throws IOException {
        place.run("--name", "short", "-s", "stop.evaluations=1");
        place.run("--name", "long", "-s", "stop.evaluations=40");

        List<List<Double>> before = tiles("short");
        List<List<Double>> after = tiles("long");
        double gain = 0;
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).get(GRADIENT)).isPositive();
            assertThat(after.get(i).get(ACTIVATION)).isGreaterThan(before.get(i).get(ACTIVATION));
            gain += after.get(i).get(ACTIVATION) / before.get(i).get(ACTIVATION) / before.size();
        }
        assertThat(gain).as("mean gain").isGreaterThan(1.2);
    }

    @Test
    void marksChannelsThatNeverAnswer() throws IOException {
        writeWeightsOfALightAndADarkChannel(folder.resolve("signs.npz"));
        Files.writeString(place.config(), """
                {
                  "type": "filter-atlas",
                  "network": {"type": "fcn", "blocks": [{"filters": 2, "kernel": 1}], "weights": "signs.npz"},
                  "layer": "conv1",
                  "tile": 24,
                  "stop": {"evaluations": 3}
                }
                """);
        Outcome outcome = place.run();

        assertThat(outcome.out()).as(outcome.err()).contains("2 channels of conv1 drawn; 1 silent");
        assertThat(tiles("tiny").get(0).get(GRADIENT)).isPositive();
        assertThat(tiles("tiny").get(1).get(GRADIENT)).isZero();
    }

    @Test
    void endsWithTheSameBytesAfterAnInterruption() throws IOException {
        assertThat(place.run("--name", "whole").code()).isEqualTo(ExitCode.DONE);
        assertThat(runUntilTheThirdTile("cut").status()).isEqualTo(Status.INTERRUPTED);
        assertThat(tiles("cut")).hasSize(2);
        assertThat(run("cut").resolve("images/atlas.png")).exists();

        assertThat(place.run("--name", "cut", "--resume").code()).isEqualTo(ExitCode.DONE);
        assertThat(run("cut").resolve("images/atlas.png"))
                .hasSameBinaryContentAs(run("whole").resolve("images/atlas.png"));
        assertThat(run("cut").resolve("metrics.csv"))
                .hasSameBinaryContentAs(run("whole").resolve("metrics.csv"));
    }

    @Test
    void saysWhichChannelThereIsNot() {
        place.assertRefused(
                "1) $.channels[1] (-s channels=[0,5]): must be from 0 to 4, the channels of conv2, but is 5.",
                "-s",
                "channels=[0,5]");
    }

    @Test
    void saysWhichLayerThereIsNot() {
        place.assertRefused(
                "1) $.layer (-s layer=conv3): unknown layer \"conv3\". Did you mean \"conv1\"? Known: image, conv1, conv2.",
                "-s",
                "layer=conv3");
    }

    @Test
    void refusesTilesThatTheLayerCannotLookAt() {
        assertThat(place.run(
                                "-s", "network.blocks.1.kernel=63",
                                "-s", "robustness.padding=0",
                                "-s", "tile=8")
                        .err())
                .startsWith("1) $.tile (-s tile=8): the image must be at least 65 x 65 pixels");
    }

    /** One channel is the sum of the colours, the other its negative, which ReLU shuts for every image. */
    private static void writeWeightsOfALightAndADarkChannel(Path file) throws IOException {
        NdArray<float[]> weights = NdArray.of(new float[] {1, 1, 1, -1, -1, -1}, 2, 1, 1, 3);
        Operation signs = new Convolve(Convolution.same(1), weights, NdArray.of(new float[2], 2), true);
        Graph graph = new Graph(List.of(new Node("conv1", signs, Architecture.IMAGE)));
        try (OutputStream out = Files.newOutputStream(file)) {
            new WeightsFile(graph, Map.of()).write(out);
        }
    }

    private Verdict runUntilTheThirdTile(String name) throws IOException {
        Injector injector = Wiring.injector();
        ImageCodec images = injector.getInstance(ImageCodec.class);
        ConfigText text = ConfigText.read(FileReference.to(place.config()), "tiny.json");
        Config<Experiment> config = injector.getInstance(ConfigReader.class).read(text, List.of(), Experiment.class);
        String resolved = Files.readString(run("whole").resolve("config.json"));
        int[] tiles = {0};
        Consumer<Runnable> interruption = stop -> {
            if (++tiles[0] == 3) {
                stop.run();
            }
        };
        try (Task task = config.value().open(new Workbench(config, images, new RandomStreams(3)));
                RunDirectory run = RunDirectory.create(place.runs(), name, resolved);
                ProgressDisplay progress = ProgressDisplay.none()) {
            return task.run(new Session(run, images, progress, interruption, true));
        }
    }

    private List<List<Double>> tiles(String name) throws IOException {
        return MetricsCsv.read(run(name).resolve("metrics.csv")).rows();
    }

    private Path run(String name) {
        return place.runs().resolve(name);
    }
}
