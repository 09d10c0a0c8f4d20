package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synthesis whose target lies between photographs. */
class MixedRunTest {
    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void photographs() throws IOException {
        place = Workplace.in(folder);
        place.photograph("other.png", 40, 56);
    }

    @Test
    void ofOneWeightIsARunOfThatPhotograph() {
        Outcome mixed = place.run("-s", mixture("1", "0"), "--name", "mixed");
        Outcome plain = place.run("--name", "plain");

        assertThat(mixed.code()).as(mixed.err()).isEqualTo(ExitCode.DONE);
        assertThat(plain.code()).isEqualTo(ExitCode.DONE);
        assertThat(place.runs().resolve("mixed/images/result.png"))
                .hasSameBinaryContentAs(place.runs().resolve("plain/images/result.png"));
    }

    @Test
    void keepsItsMixtureInTheConfigOfTheRun() {
        Outcome mixed = place.run("-s", mixture("1", "3"), "-s", "mixture.strips=3");

        assertThat(mixed.code()).as(mixed.err()).isEqualTo(ExitCode.DONE);
        assertThat(place.runs().resolve("tiny/config.json")).content().contains("\"weight\"", "\"strips\"");
    }

    @Test
    void tellsWeightsThatSayNothingInOneMessage() {
        place.assertRefusedAt(
                "$.mixture.photographs",
                "must have weights that are not all 0, nor too large to be added up",
                "-s",
                mixture("0", "0"));
    }

    @Test
    void tellsANegativeWeightAndAMissingOne() {
        assertThat(place.check("-s", mixture("1", "-2")).err())
                .startsWith("1) $.mixture.photographs[1].weight ")
                .contains("must be a number from 0 on, but is -2.0")
                .hasLineCount(1);
        assertThat(place.check("-s", "mixture={\"photographs\":[{\"picture\":{\"image\":\"photo.png\"}}]}")
                        .err())
                .startsWith("1) $.mixture.photographs[0]")
                .contains("missing key \"weight\": its part in the sum of all weights")
                .hasLineCount(1);
    }

    @Test
    void tellsAPhotographThatIsNotThere() {
        assertThat(place.check("-s", "mixture={\"photographs\":[{\"picture\":{\"image\":\"gone.png\"},\"weight\":1}]}")
                        .err())
                .startsWith("1) $.mixture.photographs[0].picture.image ")
                .contains("gone.png")
                .hasLineCount(1);
    }

    @Test
    void tellsAPhotographThatIsTooSmallAtItsPlace() throws IOException {
        place.photograph("other.png", 2, 2);

        assertThat(place.check("-s", mixture("1", "1")).err())
                .startsWith("1) $.mixture.photographs[1].picture ")
                .hasLineCount(1);
    }

    private String mixture(String first, String second) {
        return "mixture={\"photographs\":[" + portion("photo.png", first) + "," + portion("other.png", second) + "]}";
    }

    private String portion(String name, String weight) {
        return "{\"picture\":{\"image\":\"" + folder.resolve(name) + "\"},\"weight\":" + weight + "}";
    }
}
