package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import lichen.app.cli.Outcome;
import lichen.app.cli.PluginJar;
import lichen.app.cli.SamplePlugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListCommandTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void buildPlugin() throws IOException {
        SamplePlugin.jar().build(folder.resolve("moss.jar"));
    }

    @Test
    void showsFamiliesVariantsAndKeys() {
        Outcome outcome = list("list");
        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out())
                .contains(
                        "descriptor: what is measured in the feature maps\n",
                        "  brightness: the maps as they are\n",
                        "experiment: what a config file describes as a whole\n",
                        """
                          sketch
                              target      file        required  the photograph
                              descriptor  descriptor  required
                        """);
    }

    @Test
    void showsEveryFamily() {
        assertThat(list("list").out().lines().filter(line -> line.matches("[a-z]+: .*")))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly(
                        "data",
                        "descriptor",
                        "distance",
                        "embedding",
                        "experiment",
                        "generator",
                        "measure",
                        "network",
                        "objective",
                        "optimizer",
                        "parameterization",
                        "schedule",
                        "start");
    }

    @Test
    void shortensLongDefaults() {
        assertThat(list("list", "network").out())
                .contains("  [{\"filters\": 32, \"kernel\": 7}, {\"fil ...  the blocks, one after the other\n");
    }

    @Test
    void showsOneFamily() {
        assertThat(list("list", "descriptor").out()).contains("brightness").doesNotContain("sketch");
    }

    @Test
    void guessesAMisspeltFamily() {
        Outcome outcome = list("list", "descripter");
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err()).startsWith("unknown family \"descripter\". Did you mean \"descriptor\"? Known: ");
    }

    @Test
    void writesJsonForOtherPrograms() throws IOException {
        JsonNode families =
                new ObjectMapper().readTree(list("list", "descriptor", "--json").out());
        JsonNode descriptor = families.get(0);
        assertThat(descriptor.get("family").asText()).isEqualTo("descriptor");
        assertThat(descriptor.get("variants"))
                .anyMatch(variant -> variant.toString().equals("""
                                {"type":"brightness","summary":"the maps as they are","keys":[{"key":"power",\
                                "takes":"whole number","required":false,"default":"1","summary":"the exponent"}]}"""));
    }

    private static Outcome list(String... arguments) {
        return PluginJar.with(folder.resolve("moss.jar"), () -> Outcome.of(arguments));
    }
}
