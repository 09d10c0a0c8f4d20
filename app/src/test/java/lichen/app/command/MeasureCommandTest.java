package lichen.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lichen.app.Outcome;
import lichen.app.trial.Workplace;
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
    void tellsWhatIsWrongWithThePartAndTheFiles() {
        assertThat(measure("--crop", "0,0,40").err()).contains("must be x,y,width,height");
        assertThat(measure("--crop", "90,0,40,36", "--measures", "seam").err())
                .contains("--crop: must lie inside the photograph of 96 x 80 pixels");
        assertThat(measure("--measures", "vgg-gram").err()).contains("needs a file of trained weights", "--vgg");
        assertThat(Outcome.of("measure", "none.png", "--target", photograph.toString())
                        .err())
                .contains("none.png: no such file");
    }

    private Outcome measure(String... options) {
        List<String> words = new ArrayList<>(List.of("measure", image.toString(), "--target", photograph.toString()));
        words.addAll(List.of(options));
        return Outcome.of(words.toArray(String[]::new));
    }
}
