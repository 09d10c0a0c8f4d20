package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configs that say what cannot be done: all problems at once, each with its place, its reason and the way out. */
class BadConfigsTest {
    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
    }

    @Test
    void tellsAllUnknownKeysAndTypesAtOnce() throws IOException {
        rewrite("\"seed\"", "\"sed\"");
        rewrite("\"gram\"", "\"grm\"");
        rewrite("\"evaluations\": 6", "\"evaluations\": \"many\", \"window\": 0");
        String file = place.config().toString();
        place.assertRefused("""
                1) $.sed (FILE:3:3): unknown key "sed". Did you mean "seed"? Known: type, seed, backend, target, network, \
                objective, mixture, start, size, border, parameterization, robustness, optimizer, stop, stages, measures, output.
                2) $.objective.descriptor.type (FILE:10:28): unknown descriptor "grm". Did you mean "gram"? Known: autocorrelation, covariance, gap, gram, histogram, moments, portilla-simoncelli, sliced-wasserstein, spectrum.
                3) $.stop.evaluations (FILE:14:27): expected a whole number, found the text "many".""".replace("FILE", file));
    }

    /** The layers are known only when the network is open, so they are told after everything else is right. */
    @Test
    void tellsAllUnknownLayersAtOnceWhereTheyAreNamed() throws IOException {
        rewrite("[\"conv1\", \"conv2\"]", "[\"conv1\", \"con2\",\n   \"pool\"]");
        String file = place.config().toString();
        place.assertRefused("""
                1) $.objective.layers[1] (FILE:9:25): unknown layer "con2". Did you mean "conv2"? Known: image, conv1, conv2.
                2) $.objective.layers[2] (FILE:10:4): unknown layer "pool". Known: image, conv1, conv2.""".replace("FILE", file));
    }

    @Test
    void tellsUnknownLayersOfAllTermsOfASum() throws IOException {
        rewrite("\"type\": \"signature-match\",", """
                "type": "weighted-sum", "terms": [
                  {"weight": 1, "term": {"type": "signature-match", "layers": ["conv8"]}},
                  {"weight": 1, "term": {"type": "signature-match", "layers": ["conv9"]}}]},
                "stop": {"evaluations": 3}}""");
        String text = Files.readString(place.config());
        Files.writeString(place.config(), text.substring(0, text.indexOf("\"stop\": {\"evaluations\": 3}}") + 27));
        assertThat(place.run().err())
                .contains(
                        "1) $.objective.terms[0].term.layers[0] (",
                        "unknown layer \"conv8\"",
                        "2) $.objective.terms[1].term.layers[0] (",
                        "unknown layer \"conv9\"")
                .hasLineCount(2);
    }

    @Test
    void tellsAWeightForALayerThatIsNotCompared() {
        place.assertRefused(
                "1) $.objective.distance.weights (-s objective.distance.weights.conv3=2): names the layer conv3, which is"
                        + " not compared: [conv1, conv2].",
                "-s",
                "objective.distance.weights.conv3=2");
    }

    @Test
    void refusesSettingsOfNoKey() {
        place.assertRefused(
                "1) $.target.imag (-s target.imag=x.png): unknown key \"imag\". Did you mean \"image\"? Known: image, crop,"
                        + " size, colours, transparent.",
                "-s",
                "target.imag=x.png");
        assertThat(place.run("-s", "seed").err())
                .isEqualTo(
                        "Invalid value for option '--set' (<key.path=value>): must be key.path=value, but is \"seed\"\n"
                                + "Try: lichen run --help\n");
    }

    @Test
    void refusesConfigsThatAreNoJson() throws IOException {
        Files.writeString(place.config(), "{\"type\": \"synthesis\",");
        place.assertRefused(
                "1) $ (" + place.config() + ":1:22): not JSON: it ends too early: a closing }, ] or quote is missing.");
    }

    @Test
    void refusesAGraphicsProcessorThatIsNotThere() {
        Assumptions.assumeTrue(
                getClass().getResource("/org/nd4j/linalg/jcublas/JCublasBackend.class") == null,
                "this build can compute on a graphics processor");
        place.assertRefused(
                "No graphics processor to compute on: this build of Lichen has no CUDA library; build it with `mvn -Pcuda"
                        + " package`. Choose the backend cpu or auto to go on without one.",
                "-s",
                "backend=cuda");
    }

    @Test
    void asksForTheFileThatABundledExperimentNeeds() {
        Outcome outcome = Outcome.of("run", "gatys", "--runs", place.runs().toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err())
                .startsWith("1) $.network.weights (gatys:")
                .contains("no such file")
                .endsWith("name another file with -s network.weights=<file>.\n")
                .hasLineCount(1);
        assertThat(Outcome.of("check", "gatys").err()).isEqualTo(outcome.err());
        assertThat(place.runs()).doesNotExist();
    }

    private void rewrite(String from, String to) throws IOException {
        String text = Files.readString(place.config());
        assertThat(text).contains(from);
        Files.writeString(place.config(), text.replace(from, to));
    }
}
