package lichen.app.experiment.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.bundled.Wiring;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.random.RandomStreams;
import lichen.io.json.Config;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedMapTest {
    private static final Injector INJECTOR = Wiring.injector();
    private static final String CONFIG = """
            {
              "type": "texture-map",
              "data": {"type": "patches", "photographs": ["one.png"], "side": [32, 32], "size": 32,
               "validation": 0},
              "network": {"type": "fcn", "blocks": [{"filters": 4, "kernel": 3}]},
              "embedding": {"type": "t-sne", "perplexity": 2, "learning-rate": 10, "iterations": 20}
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void paint() throws IOException {
        Backend.start(BackendChoice.CPU, false);
        Maps.paint(folder.resolve("one.png"), 96);
    }

    @Test
    void goesOnWithThePatchAtWhichItWas() throws IOException {
        int all = 9;
        Path whole = run("whole", all + 1);
        Path parts = run("parts", 2, 3, all + 1);

        for (String file : List.of("vectors.npy", "map.csv", "map.svg", "images/map.png")) {
            assertThat(parts.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    /** Runs a map, interrupted after so many patches each time; the last time it must come to its end. */
    private Path run(String name, int... interruptions) throws IOException {
        Path runs = Files.createDirectories(folder.resolve("runs"));
        List<String> told = new ArrayList<>();
        for (int i = 0; i < interruptions.length; i++) {
            boolean last = i == interruptions.length - 1;
            try (RunDirectory run =
                            i == 0 ? RunDirectory.create(runs, name, "{}") : RunDirectory.resume(runs, name, "{}");
                    Task task = open()) {
                Verdict verdict = task.run(session(run, interruptions[i]));
                told.add(verdict.message());
                assertThat(verdict.status()).isEqualTo(last ? Status.DONE : Status.INTERRUPTED);
                assertThat(task.report(run)).hasSize(last ? 3 : 0);
            }
        }
        if (interruptions.length > 1) {
            assertThat(told).startsWith("interrupted after 2 of 9 patches", "interrupted after 5 of 9 patches");
        }
        return runs.resolve(name);
    }

    private Task open() throws IOException {
        Config<Experiment> config = INJECTOR.getInstance(ConfigReader.class)
                .read(new ConfigText("map.json", folder, CONFIG), List.of(), Experiment.class);
        return config.value().open(new Workbench(config, Maps.CODEC, new RandomStreams(1)));
    }

    private static Session session(RunDirectory run, int most) {
        List<Runnable> stops = new ArrayList<>();
        ProgressDisplay progress = new ProgressDisplay() {
            private int updates;

            @Override
            public void update(long evaluations, long total, String counted, double loss) {
                updates++;
                if (updates == most) {
                    stops.forEach(Runnable::run);
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
        return new Session(run, Maps.CODEC, progress, stops::add, true);
    }
}
