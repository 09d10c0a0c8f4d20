package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lichen.app.cli.Outcome;
import lichen.app.cli.Vgg;
import lichen.app.cli.program.Workplace;
import lichen.model.deeplearning4j.Dl4jZip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureCommandTest {
    @TempDir
    private Path folder;

    private Path photograph = Path.of("");
    private Path image = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        Workplace place = Workplace.in(folder);
        photograph = place.photograph("whole.png", 96, 80);
        image = place.photograph("image.png", 40, 36);
    }

    @Test
    void printsARatioToTheFloorForQualityAndTheRestAsItIs() {
        Outcome outcome = measure("--crop", "0,0,40,36", "--measures", "colour,seam");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out().lines().map(line -> line.replaceAll(" {2,}.*", "")))
                .containsSubsequence("measure", "colour", "colour half", "seam", "geometric mean");
        assertThat(outcome.out()).contains("crops of 40 x 36 beside the target");
    }

    @Test
    void writesJson() throws IOException {
        Outcome outcome = measure(
                "--crop",
                "0,0,40,36",
                "--measures",
                "colour,diversity",
                "--json",
                folder.resolve("image.png").toString());

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        JsonNode root = new ObjectMapper().readTree(outcome.out());
        assertThat(root.at("/images").size()).isEqualTo(1);
        assertThat(root.at("/images").elements().next().at("/scores/0/measure").asText())
                .isEqualTo("colour");
        assertThat(root.at("/diversity/0/value").asDouble()).isLessThan(1e-6);
    }

    @Test
    void suggestsTheMeasureThatIsMeant() {
        Outcome outcome = measure("--measures", "color");

        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err()).contains("unknown measure \"color\". Did you mean \"colour\"?");
    }

    @Test
    void looksThroughANetworkByTheMeasureThatIsNamed() throws IOException {
        String vgg = Vgg.small().write(folder).name();

        assertThat(measure("--vgg", vgg, "--measures", "colour").out())
                .contains("vgg-gram", "vgg-gram deepest")
                .doesNotContain("vgg-sliced-wasserstein");
        assertThat(measure("--vgg", vgg, "--measures", "vgg-sliced-wasserstein").out())
                .contains("vgg-sliced-wasserstein");
    }

    @Test
    void tellsWhatIsWrongWithThePartAndTheFiles() throws IOException {
        assertThat(measure("--crop", "0,0,40").err()).contains("must be x,y,width,height");
        assertThat(measure("--crop", "90,0,40,36", "--measures", "seam").err())
                .contains("--crop: must lie inside the photograph of 96 x 80 pixels");
        assertThat(measure("--measures", "vgg-gram").err()).contains("needs a file of trained weights", "--vgg");
        assertThat(measure("--measures", "content").err())
                .isEqualTo("--measures: content needs more than its name, picture: score by it in the measures of an"
                        + " experiment, or leave it out\n");
        assertThat(measure("--vgg", Dl4jZip.ofPooling().write(folder).name()).err())
                .startsWith("--vgg-pixels: must be given");
        assertThat(measure("--vgg", "none.h5").err()).isEqualTo("--vgg none.h5: no such file\n");
        assertThat(Outcome.of("measure", "none.png", "--target", photograph.toString())
                        .err())
                .contains("none.png: no such file");
    }

    /** The photograph is seen scaled down; measured as it is, its detail would be compared with that of another scale. */
    @Test
    void measuresAnImageAtTheScaleAtWhichItsMethodSawThePhotograph() throws IOException {
        String whole = Workplace.in(folder).photograph("large.png", 160, 96).toString();
        String made = folder.resolve("made.png").toString();
        Outcome extracted = Outcome.of("extract", whole, "--size", "50x48", "--seconds", "0.5", "-o", made);
        assertThat(extracted.code()).as(extracted.err()).isEqualTo(ExitCode.DONE);
        String[] words = {"measure", made, "--target", whole, "--measures", "colour,spectrum"};

        Outcome told = Outcome.of(words);
        Outcome asItSays = Outcome.of(with(words, "--size", "50x48"));
        Outcome asItIs = Outcome.of(with(words, "--crop", "0,0,160,96"));

        assertThat(told.out())
                .isEqualTo(asItSays.out())
                .contains("Measured against all of 160 x 96, scaled to 50 x 48.");
        assertThat(told.err() + asItSays.err()).doesNotContain("was made from", "does not say");
        assertThat(asItIs.out()).isNotEqualTo(told.out());
        assertThat(asItIs.err())
                .contains(
                        "made.png: was made from all of 160 x 96, scaled to 50 x 48, but is measured against all of 160 x 96;");
    }

    @Test
    void warnsWhereTheScaleIsNotKnown() {
        assertThat(measure("--measures", "seam").err())
                .contains("image.png: does not say at which scale its program saw the photograph");
        assertThat(measure("--measures", "seam", "--crop", "0,0,40,36").err()).doesNotContain("does not say");
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Outcome measure(String... options) {
        List<String> words = new ArrayList<>(List.of("measure", image.toString(), "--target", photograph.toString()));
        words.addAll(List.of(options));
        return Outcome.of(words.toArray(String[]::new));
    }
}
