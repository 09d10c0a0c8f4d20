package lichen.app.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialStateTest {
    @TempDir
    private Path folder;

    @Test
    void isReadAsEarlierVersionsWroteItAndWrittenAsItIsRead() throws IOException {
        try (RunDirectory run = RunDirectory.create(folder, "a", "{}")) {
            Files.writeString(run.folder().resolve("trial.json"), """
                    {
                      "key" : "00ff",
                      "status" : "done",
                      "seconds" : 1.5,
                      "message" : "loss 0.5",
                      "files" : {
                        "images/result.png" : "ab",
                        "metrics.csv" : "cd"
                      }
                    }
                    """);
            TrialState state = TrialState.read(run).orElseThrow();
            assertThat(state)
                    .isEqualTo(new TrialState(
                            "00ff",
                            Status.DONE,
                            1.5,
                            Optional.empty(),
                            "loss 0.5",
                            Map.of("images/result.png", "ab", "metrics.csv", "cd")));
            state.write(run);
            assertThat(TrialState.read(run)).contains(state);
        }
    }
}
