package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with an experiment of any type is told by a check, all at once and at its place, as a run would tell it. */
class CheckedConfigsTest {
    private static final String MATCH =
            "{\"type\": \"signature-match\", \"layers\": [\"con1\"], \"descriptor\": {\"type\": \"gram\"}}";
    private static final String NETWORK = "{\"type\": \"fcn\", \"blocks\": [{\"filters\": 3, \"kernel\": 3}]}";

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
    }

    @Test
    void tellsEverythingThatIsWrongWithASynthesis() {
        assertTold(
                place.check(
                        "-s",
                        "target.crop=[40,0,20,20]",
                        "-s",
                        "start={\"type\": \"from-image\", \"image\": \"" + place.config() + "\"}",
                        "-s",
                        "network={\"type\": \"keras\", \"weights\": \"" + place.config() + "\"}"),
                "$.target.crop must lie inside the image of 48 x 48 pixels",
                "$.network.weights is not an HDF5 file but JSON",
                "$.start.image not an image");
    }

    @Test
    void tellsWhatDoesNotFitTheFeatureMapsOfTheImage() {
        place.assertRefusedAt(
                "$.objective.descriptor.reach",
                "must be less than the extents of the feature maps, but is 30 for 24 x 48",
                settings("objective.descriptor={\"type\": \"autocorrelation\", \"reach\": 30}", "size=[24,48]"));
        place.assertRefusedAt(
                "$.objective.descriptor.patch",
                "must fit into the feature maps, but is 25 for 24 x 24",
                settings(
                        "objective.descriptor={\"type\": \"sliced-wasserstein\", \"patch\": 25}",
                        "objective.octaves=2"));
        place.assertRefusedAt(
                "$.objective.descriptor.shifts",
                "must be shorter than the feature maps, but [0, 20] is not for 16 x 16",
                settings("objective.descriptor.shifts=[[0,20]]", "size=[16,16]"));
        place.assertRefusedAt(
                "$.objective.descriptor.type",
                "portilla-simoncelli takes layers of at most 4 channels, but one has 8: take the layer \"image\"",
                settings("objective.descriptor={\"type\": \"portilla-simoncelli\"}"));
    }

    @Test
    void tellsWhatDoesNotFitTheFeatureMapsOfACoarseStage() {
        place.assertRefusedAt(
                "$.stages[0].objective.descriptor.patch",
                "must fit into the feature maps, but is 13 for 12 x 12",
                settings("stages=[{\"scale\": 0.25, \"evaluations\": 2, \"objective\": {\"type\": \"signature-match\","
                        + " \"layers\": [\"image\"], \"descriptor\": {\"type\": \"sliced-wasserstein\", \"patch\": 13}}},"
                        + " {\"scale\": 1, \"evaluations\": 2}]"));
    }

    @Test
    void tellsOptimisersAndDistancesThatDoNotFitTheObjective() {
        place.assertRefusedAt(
                "$.optimizer.squared",
                "must be false for an objective that can be negative, as activation can",
                settings(
                        "objective={\"type\": \"activation\", \"layer\": \"conv1\", \"channel\": 1}",
                        "optimizer={\"type\": \"lbfgs\", \"squared\": true}"));
        place.assertRefusedAt(
                "$.objective.distance.type",
                "gaussian-wasserstein compares mean and covariance of each layer, which this descriptor does not measure:"
                        + " take the descriptor covariance, or another distance",
                settings("objective.distance={\"type\": \"gaussian-wasserstein\"}"));
    }

    @Test
    void tellsSidesThatABorderCannotGoRound() {
        place.assertRefusedAt(
                "$.size",
                "must be a multiple of 4 in both directions for a circular border and 3 octaves, but is 30 x 48: use"
                        + " another size, or fewer octaves",
                settings("border=circular", "objective.octaves=3", "size=[30,48]"));
    }

    /** It is looked at in windows that fit into both. */
    @Test
    void matchesTheSpectrumOfAPhotographThatIsLargerThanTheImage() {
        String[] spectrum = settings("objective.descriptor={\"type\": \"spectrum\", \"window\": 64}", "size=[20,32]");
        assertThat(place.check(spectrum).code()).isEqualTo(ExitCode.DONE);
        Outcome outcome = place.run(spectrum);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void tellsEverythingThatIsWrongWithAComparison() throws IOException {
        Path torn = torn();
        assertTold(
                check(String.format(Locale.ROOT, """
                        {"type": "comparison",
                         "photographs": [{"image": "photo.png"}, {"image": "%s"}],
                         "methods": {
                           "one": {"type": "synthesis", "target": {"image": "photo.png"}, "network": %s, "objective": %s},
                           "two": {"type": "synthesis", "target": {"image": "photo.png"}, "network": %s,
                                   "objective": {"type": "signature-match", "descriptor": {"type": "gap"},
                                     "distance": {"type": "squared-error", "weights": {"conv9": 2}}}},
                           "three": {"type": "quilting", "target": {"image": "photo.png"}, "block": 60}},
                         "measures": [{"type": "colour"}, {"type": "vgg-gram", "weights": "tiny.json"}]}
                        """, torn, NETWORK, MATCH, NETWORK)),
                "$.photographs[0].image is too small to be measured: the photograph must be at least 64 x 32",
                "$.photographs[1].image the PNG ends early",
                "$.methods.one.objective.layers[0] unknown layer \"con1\". Did you mean \"conv1\"?",
                "$.methods.two.objective.distance.weights names the layer conv9, which is not compared",
                "$.methods.three.block must be at most 48",
                "$.measures[1].weights is not an ONNX file but JSON");
    }

    /** The methods' layers too, without telling of the photograph at every method. */
    @Test
    void tellsOfAPhotographThatAllMethodsSeeOnce() throws IOException {
        assertTold(
                check(String.format(Locale.ROOT, """
                        {"type": "comparison", "photographs": [{"image": "photo.png", "crop": [40, 0, 20, 20]}],
                         "methods": {
                           "one": {"type": "synthesis", "target": {"image": "photo.png"}, "network": %s, "objective": %s},
                           "two": {"type": "quilting", "target": {"image": "photo.png"}}}}
                        """, NETWORK, MATCH)),
                "$.photographs[0].crop must lie inside",
                "$.methods.one.objective.layers[0] unknown layer \"con1\"");
    }

    @Test
    void tellsEverythingThatIsWrongWithFigures() throws IOException {
        assertTold(
                check(String.format(Locale.ROOT, """
                        {"type": "reconstructions", "layer": "norm1",
                         "targets": [{"image": "tiny.json"}, {"image": "photo.png"}], "network": %s, "objective": %s}
                        """, NETWORK, MATCH)),
                "$.targets[0].image not an image",
                "$.layer unknown layer \"norm1\"",
                "$.objective.layers[0] unknown layer \"con1\"");
        assertTold(
                check("""
                        {"type": "reconstructions", "targets": [{"image": "photo.png"}],
                         "network": {"type": "fcn", "blocks": [{"filters": 3, "kernel": 3, "stride": 2}]},
                         "objective": {"type": "signature-match"}}
                        """), "$.layer must give images as large as the photograph, but conv1 gives 24 x 24 for 48 x 48");
        assertTold(
                check(String.format(Locale.ROOT, """
                        {"type": "filter-atlas", "layer": "conv1", "channels": [2, 3], "network": %s,
                         "start": {"type": "from-image", "image": "tiny.json"}}
                        """, NETWORK)),
                "$.channels[1] must be from 0 to 2",
                "$.start.image not an image");
        assertTold(
                check(String.format(Locale.ROOT, """
                        {"type": "filter-atlas", "layer": "conv2", "network": %s}
                        """, NETWORK)),
                "$.layer unknown layer \"conv2\". Did you mean \"conv1\"?");
        assertTold(check(String.format(Locale.ROOT, """
                        {"type": "filter-atlas", "layer": "conv1", "network": %s,
                         "optimizer": {"type": "lbfgs", "squared": true}}
                        """, NETWORK)), "$.optimizer.squared must be false");
        assertTold(
                check(String.format(Locale.ROOT, """
                        {"type": "texture-map", "layers": ["con1"], "network": %s,
                         "data": {"type": "patches", "photographs": "tiny.json", "side": [16, 16], "size": 16}}
                        """, NETWORK)),
                "$.layers[0] unknown layer \"con1\"",
                "$.data.photographs not an image");
        assertTold(
                check(String.format(Locale.ROOT, """
                        {"type": "texture-map", "network": %s, "descriptor": {"type": "autocorrelation", "reach": 16},
                         "embedding": {"type": "pca"}, "data": {"type": "patches", "photographs": "photo.png", "side": [16, 16], "size": 16}}
                        """, NETWORK)),
                "$.descriptor.reach must be less than the extents of the feature maps, but is 16 for 16 x 16");
    }

    @Test
    void tellsEverythingThatIsWrongWithTrainings() throws IOException {
        assertTold(check("""
                        {"type": "training", "network": {"type": "fcn", "blocks": [{"filters": 4, "kernel": 3}]},
                         "data": {"type": "patches", "photographs": "photo.png", "side": [300, 400]}}
                        """), "$.network.blocks must end in 3 filters", "$.data.side must begin at 48 or less");
        assertTold(
                check("""
                        {"type": "training-sets", "target": {"image": "photo.png", "crop": [40, 0, 20, 20]},
                         "network": {"type": "wavelets"}, "objective": {"type": "signature-match"},
                         "sets": [{"name": "a", "data": {"type": "patches", "photographs": "tiny.json"}}]}
                        """),
                "$.target.crop must lie inside",
                "$.network.type only a network of the type \"fcn\" can be trained",
                "$.sets[0].data.photographs not an image");
        assertTold(check("""
                        {"type": "data-set", "data": {"type": "patches", "photographs": ["photo.png", "gone.png"]}}
                        """), "$.data.photographs[1] no such file");
    }

    private static String[] settings(String... settings) {
        return Arrays.stream(settings)
                .flatMap(setting -> List.of("-s", setting).stream())
                .toArray(String[]::new);
    }

    /** A photograph whose header is whole. */
    private Path torn() throws IOException {
        byte[] bytes = Files.readAllBytes(place.photograph("whole.png", 100, 100));
        return Files.write(folder.resolve("torn.png"), Arrays.copyOf(bytes, bytes.length / 2));
    }

    private Outcome check(String config) throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), config);
        return Outcome.of("check", file.toString());
    }

    /** A problem a line: the key, and words of its message; in any order. */
    private static void assertTold(Outcome outcome, String... problems) {
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err()).hasLineCount(problems.length);
        for (String problem : problems) {
            String key = problem.substring(0, problem.indexOf(' '));
            String words = problem.substring(key.length() + 1);
            assertThat(outcome.err().lines())
                    .anyMatch(line -> line.contains(") " + key + " (") && line.contains(words));
        }
    }
}
