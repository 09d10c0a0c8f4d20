package lichen.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.app.Outcome;
import lichen.app.SamplePlugin;
import lichen.app.command.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A descriptor in a jar of its own, on the class path: found by {@code list}, and used by a run. */
class PluginRunTest {
    @TempDir
    private Path folder;

    @Test
    void aDescriptorInAJarOfItsOwnIsListedAndRuns() throws IOException, InterruptedException {
        Workplace place = Workplace.in(folder);
        Path jar = SamplePlugin.jar().build(folder.resolve("moss.jar"));

        Outcome list = Outcome.ofFreshJvm(folder, jar, List.of(), "list", "descriptor");
        assertThat(list.out()).contains("  brightness: the maps as they are\n");

        Outcome run = Outcome.ofFreshJvm(
                folder,
                jar,
                List.of("-Xmx512m"),
                place.running("-s", "objective.descriptor={\"type\": \"brightness\"}"));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        Path folderOfRun = place.runs().resolve("tiny");
        assertThat(folderOfRun.resolve("images/result.png")).isNotEmptyFile();
        assertThat(Files.readString(folderOfRun.resolve("config.json"))).contains("\"brightness\"");
    }
}
