package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that are moved about before the network looks at them: not under what is asked of one of their places. */
class MovedRunTest {
    private static final String MOVES =
            "robustness={\"padding\": 2, \"jitter\": 2, \"scale\": 0, \"rotate\": 0, \"last-jitter\": 2}";
    private static final String CONTENT =
            "{\"type\": \"content\", \"picture\": {\"image\": \"photo.png\"}, \"layers\": [\"conv2\"]}";
    private static final String REGION = "{\"type\": \"region\", \"mask\": {\"image\": \"mask.png\"}, \"colour\":"
            + " \"#ff0000\", \"term\": {\"type\": \"nearest-patches\"}}";
    private static final String WAY_OUT =
            ", which says what the image should be at each of its places: it would see the"
                    + " image moved under them; or leave that out";

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
        Masks.box(folder.resolve("mask.png"), 48, 48, new int[] {8, 8, 30, 30}, 0xff0000, 0x0000ff);
    }

    @Test
    void refusesAContentThatStaysWhereItIs() {
        assertRefusedBesides("$.objective", "objective=" + CONTENT);
        assertRefusedBesides(
                "$.objective.terms[1].term",
                "objective={\"type\": \"weighted-sum\", \"terms\": [{\"weight\": 1, \"term\": {\"type\":"
                        + " \"signature-match\"}}, {\"weight\": 1, \"term\": " + CONTENT + "}]}");
        assertRefusedBesides(
                "$.stages[1].objective",
                "stages=[{\"scale\": 0.5, \"evaluations\": 2}, {\"scale\": 1, \"evaluations\": 2, \"objective\": "
                        + CONTENT + "}]");
    }

    @Test
    void refusesRegions() {
        assertRefusedBesides("$.objective", "objective=" + REGION);
    }

    @Test
    void refusesMixturesThatChangeFromLeftToRight() {
        String strips = "{\"strips\": 2, \"photographs\": [{\"weight\": 1, \"picture\": {\"image\": \"photo.png\"}},"
                + " {\"weight\": 1, \"picture\": {\"image\": \"mask.png\"}}]}";
        assertRefusedBesides("$.mixture", "mixture=" + strips);
        assertRefusedBesides("$.objective", "objective={\"type\": \"signature-match\", \"mixture\": " + strips + "}");
    }

    @Test
    void refusesAGreyBorderAboutAnImageThatIsToTile() {
        place.assertRefusedAt(
                "$.robustness.outside",
                "must be wrap where $.border is circular: an image in a grey border does not tile",
                "-s",
                MOVES,
                "-s",
                "border=circular");
        assertDone("robustness.outside=wrap", "border=circular");
    }

    /** Terms that ask the same of all places, and a neuron, which may be excited from anywhere about its place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"signature-match\", \"layers\": [\"conv2\"]}",
                "{\"type\": \"nearest-patches\"}",
                "{\"type\": \"layer-energy\", \"layer\": \"conv2\"}",
                "{\"type\": \"guided-energy\", \"layer\": \"conv2\", \"guide\": {\"image\": \"mask.png\"}}",
                "{\"type\": \"total-variation\"}",
                "{\"type\": \"activation\", \"layer\": \"conv2\", \"channel\": 1, \"position\": [0.5, 0.5]}"
            })
    void allowsWhatIsAskedOfNoPlace(String objective) {
        assertDone("objective=" + objective, "optimizer={\"type\": \"adam\"}");
    }

    @Test
    void allowsOneMeanOfSeveralPhotographs() {
        assertDone("mixture={\"photographs\": [{\"weight\": 1, \"picture\": {\"image\": \"photo.png\"}},"
                + " {\"weight\": 1, \"picture\": {\"image\": \"mask.png\"}}]}");
    }

    private void assertRefusedBesides(String term, String setting) {
        String here = here(setting);
        place.assertRefusedAt("$.robustness", "must be left out beside " + term + WAY_OUT, "-s", here, "-s", MOVES);
        Outcome still = place.check("-s", here);
        assertThat(still.code()).as(still.err()).isEqualTo(ExitCode.DONE);
    }

    private void assertDone(String... settings) {
        String[] arguments = new String[2 * settings.length + 4];
        arguments[0] = "-s";
        arguments[1] = MOVES;
        arguments[2] = "-s";
        arguments[3] = "stop.evaluations=2";
        for (int i = 0; i < settings.length; i++) {
            arguments[2 * i + 4] = "-s";
            arguments[2 * i + 5] = here(settings[i]);
        }
        Outcome done = place.run(arguments);
        assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.DONE);
    }

    /** A setting with the files of the folder. */
    private String here(String setting) {
        return setting.replaceAll(
                "\"(photo|mask)\\.png\"", "\"" + folder.toString().replace('\\', '/') + "/$1.png\"");
    }
}
