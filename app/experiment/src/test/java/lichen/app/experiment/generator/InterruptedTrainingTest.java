package lichen.app.experiment.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.bundled.Wiring;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Image;
import lichen.core.random.RandomStreams;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;
import lichen.io.json.Config;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.run.MetricsCsv;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptedTrainingTest {
    private static final Injector INJECTOR = Wiring.injector();
    private static final ImageCodec CODEC = INJECTOR.getInstance(ImageCodec.class);
    private static final String MANY = """
            "type": "conditional-generator",
            "photographs": [{"image": "one.png"}, {"image": "other.png"}], "vector": "choice",
            "generator": {"type": "texture-network", "scales": 2, "channels": 2}, "size": [12, 8]
            """;
    private static final String RESTYLED = """
            "type": "fast-style", "target": {"image": "one.png"}, "contents": [{"image": "other.png"}],
            "generator": {"type": "fast-style", "channels": 2, "blocks": 1}, "size": [12, 8]
            """;
    private static final String GAME = """
            {"type": "periodic-gan", "photographs": [{"image": "one.png"}, {"image": "other.png"}],
             "generator": {"type": "periodic", "local": 2, "global": 2, "periods": 1, "channels": 2, "doublings": 2, "kernel": 3},
             "critic": {"channels": 2, "halvings": 2}, "patch": 8, "batch": 2, "stop": {"evaluations": 24},
             "output": {"checkpoint-seconds": 1e-9, "preview-every": 8}}
            """;
    private static final String COMMON = """
            , "objective": {"type": "signature-match", "layers": ["image"],
                            "descriptor": {"type": "sliced-wasserstein", "patch": 3, "directions": 4},
                            "distance": {"type": "standardized-error"}},
              "round": 2, "stop": {"evaluations": 6}, "output": {"preview-every": 2}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void paint() throws IOException {
        Backend.start(BackendChoice.CPU, false);
        paint("one.png", 7919);
        paint("other.png", 104729);
    }

    private void paint(String name, int prime) throws IOException {
        float[] rgb = new float[24 * 24 * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (float) ((long) i * prime % 251) / 251f;
        }
        CODEC.writePng(Image.of(24, 24, rgb), folder.resolve(name), Depth.EIGHT_BITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {MANY, RESTYLED})
    void goesOnToTheSameBytes(String config) throws IOException {
        String whole = "{" + config + COMMON + "}";
        Path atOnce = run(whole, "whole", 7);
        Path parts = run(whole, "parts", 1, 2, 7);

        for (String file : List.of("weights.npz", "images/result.png", "images/preview-00004.png")) {
            assertThat(parts.resolve(file)).hasSameBinaryContentAs(atOnce.resolve(file));
        }
    }

    /** Cut off without a word, after odd and even numbers of turns, so that either player is next; two numbers tell both players' ways. */
    @Test
    void aGameThatIsCutOffTenTimesComesToTheSameBytes() throws IOException {
        Path atOnce = run(GAME, "whole", 99);
        Path runs = Files.createDirectories(folder.resolve("runs"));
        int[] updates = {1, 2, 4, 3, 2, 5, 1, 2, 3, 2};
        for (int i = 0; i < updates.length; i++) {
            try (RunDirectory run =
                            i == 0 ? RunDirectory.create(runs, "cut", "{}") : RunDirectory.resume(runs, "cut", "{}");
                    Task task = open(GAME)) {
                Session session = session(run, updates[i], () -> {
                    throw new CutOff();
                });
                assertThatThrownBy(() -> task.run(session)).isInstanceOf(CutOff.class);
            }
        }
        try (RunDirectory run = RunDirectory.resume(runs, "cut", "{}");
                Task task = open(GAME)) {
            assertThat(task.run(session(run, 99)).status()).isEqualTo(Status.DONE);
        }
        for (String file : List.of("weights.npz", "previews.csv", "images/result.png", "images/preview-00016.png")) {
            assertThat(runs.resolve("cut").resolve(file)).hasSameBinaryContentAs(atOnce.resolve(file));
        }
        for (String column : List.of("loss", "gradient_norm", "player")) {
            assertThat(numbers(runs.resolve("cut"), column)).isEqualTo(numbers(atOnce, column));
        }
    }

    private static double[] numbers(Path run, String column) throws IOException {
        return MetricsCsv.read(run.resolve("metrics.csv")).column(column);
    }

    /** What stands for a kill: nothing is done after it. */
    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Trains, interrupted after so many steps each time; the last time it must come to its end. */
    private Path run(String config, String name, int... interruptions) throws IOException {
        Path runs = Files.createDirectories(folder.resolve("runs"));
        for (int i = 0; i < interruptions.length; i++) {
            boolean last = i == interruptions.length - 1;
            try (RunDirectory run =
                            i == 0 ? RunDirectory.create(runs, name, "{}") : RunDirectory.resume(runs, name, "{}");
                    Task task = open(config)) {
                assertThat(task.run(session(run, interruptions[i])).status())
                        .isEqualTo(last ? Status.DONE : Status.INTERRUPTED);
            }
        }
        return runs.resolve(name);
    }

    private Task open(String text) throws IOException {
        Config<Experiment> config = INJECTOR.getInstance(ConfigReader.class)
                .read(new ConfigText("training.json", folder, text), List.of(), Experiment.class);
        return config.value().open(new Workbench(config, CODEC, new RandomStreams(1)));
    }

    private static Session session(RunDirectory run, int most) {
        List<Runnable> stops = new ArrayList<>();
        return session(run, most, stops::add, () -> stops.forEach(Runnable::run));
    }

    private static Session session(RunDirectory run, int most, Runnable atMost) {
        return session(run, most, stop -> {}, atMost);
    }

    private static Session session(RunDirectory run, int most, Consumer<Runnable> stops, Runnable atMost) {
        ProgressDisplay progress = new ProgressDisplay() {
            private int updates;

            @Override
            public void update(long evaluations, long total, String counted, double loss) {
                updates++;
                if (updates == most) {
                    atMost.run();
                }
            }

            @Override
            public void message(String line) {
                assertThat(line).isNotBlank();
            }

            @Override
            public void close() {
                updates = 0;
            }
        };
        return new Session(run, CODEC, progress, stops, true);
    }
}
