package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.app.cli.Outcome;
import lichen.app.cli.PluginJar;
import lichen.app.cli.SamplePlugin;
import lichen.app.cli.command.ExitCode;
import lichen.core.plugin.FileReference;
import lichen.io.run.InputFile;
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
        assertThat(list.err()).isEmpty();
        assertThat(list.out())
                .contains("  brightness: the maps as they are\n", "      power  whole number  1  the exponent\n");
        assertThat(list.code()).isEqualTo(ExitCode.DONE);

        Outcome run = Outcome.ofFreshJvm(
                folder,
                jar,
                List.of("-Xmx512m"),
                place.running("-s", "objective.descriptor={\"type\": \"brightness\"}"));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        Path folderOfRun = place.runs().resolve("tiny");
        assertThat(folderOfRun.resolve("images/result.png")).isNotEmptyFile();
        assertThat(Files.readString(folderOfRun.resolve("config.json"))).contains("\"brightness\"");
        Path manifest = folderOfRun.resolve("manifest.json");
        assertThat(manifest)
                .content()
                .contains(InputFile.of(FileReference.to(jar)).sha256());

        Files.writeString(manifest, Files.readString(manifest).replace("\"done\"", "\"interrupted\""));
        SamplePlugin.jar().resource("lichen/bundled/more.txt", "another jar").build(jar);
        String reason = folderOfRun + ": the plug-ins are not those that the run began with: ";
        String wayOut = "; bring back what was there, or choose a new --name\n";
        String[] resume = place.running("--resume", "-s", "objective.descriptor={\"type\": \"brightness\"}");
        assertThat(PluginJar.with(jar, () -> Outcome.of(resume)))
                .isEqualTo(new Outcome(ExitCode.INPUT, "", reason + jar + " has changed" + wayOut));
    }

    @Test
    void aRunThatBeganWithoutAPluginIsNotGoneOnWithByOne() throws IOException {
        Workplace place = Workplace.in(folder);
        assertThat(place.run().code()).isEqualTo(ExitCode.DONE);
        Path run = place.runs().resolve("tiny");
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"done\"", "\"interrupted\""));
        Path jar = SamplePlugin.jar().build(folder.resolve("moss.jar"));
        assertThat(PluginJar.with(jar, () -> place.run("--resume")).err())
                .isEqualTo(run + ": the plug-ins are not those that the run began with: " + jar
                        + " was not there; bring back what was there, or choose a new --name\n");
    }
}
