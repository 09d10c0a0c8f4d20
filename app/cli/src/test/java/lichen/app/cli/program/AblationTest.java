package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ablations as a user runs them: of quilting, which takes no time. */
class AblationTest {
    private static final String CONFIG = """
            {
              "type": "ablation",
              "base": {"type": "quilting", "block": 12, "target": {"image": "one.png"}},
              "axes": {
                "block": {"key": "block", "values": [12, 10]},
                "seams": {"settings": {"open": {"tile": false}, "tiled": {"tile": true}}}
              },
              "photographs": [
                {"image": "one.png", "crop": [0, 0, 40, 40]},
                {"image": "one.png", "crop": [4, 0, 60, 60], "size": [36, 36]}
              ],
              "seeds": 2,
              "controls": [],
              "measures": [{"type": "colour"}, {"type": "lbp"}, {"type": "innovation"}]
            }
            """;

    private static final String TRAININGS = """
            {
              "type": "ablation",
              "base": {"type": "synthesis", "target": {"image": "one.png"}, "network": {"type": "fcn", "weights": "bundled:fcn512"},
                       "objective": {"type": "signature-match", "layers": ["conv1"]}, "stop": {"evaluations": 2}},
              "axes": {"trained-on": {"key": "network.weights", "trainings": {
                "short": {"type": "training", "data": {"type": "patches", "photographs": ["one.png"], "side": [16, 24], "size": 16},
                          "batch": 2, "training": {"stop": {"steps": 1}}},
                "longer": {"type": "training", "data": {"type": "patches", "photographs": ["one.png"], "side": [16, 24], "size": 16},
                           "batch": 2, "training": {"stop": {"steps": 2}}}}}},
              "photographs": [{"image": "one.png", "crop": [0, 0, 32, 32]}],
              "seeds": 2,
              "controls": [],
              "measures": [{"type": "colour"}]
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        place = new Workplace(folder);
        place.photograph("one.png", 130, 90);
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void makesEveryCombinationAndTellsWhatEachChangeDoes() throws IOException {
        Outcome outcome = place.run();

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("16 images of 4 methods and controls\n");
        List<String> results = Files.readAllLines(run("results.csv"));
        assertThat(results.get(0))
                .isEqualTo("photograph,number,block,seams,measure,kind,value,floor,ratio,optimised,seconds,mebibytes");
        assertThat(results).hasSize(1 + 16 * 5).anyMatch(line -> line.startsWith("2-one,2,10,tiled,lbp half,quality,"));
        assertThat(run("report.html"))
                .content()
                .contains(
                        "What each change does",
                        "By level",
                        "MiB",
                        "block and seams together",
                        "Caution: of 2 photographs")
                .contains("block: 10 / 12", "seams: tiled / open");
        assertThat(run("effects-all.svg")).content().startsWith("<svg ").endsWith("</svg>\n");
    }

    @Test
    void givesTheSameResultsEachTimeButForTimes() throws IOException {
        place.run();
        place.run("--name", "again");

        assertThat(withoutTimes(place.runs().resolve("again/results.csv"))).isEqualTo(withoutTimes(run("results.csv")));
    }

    @Test
    void tellsBeforehandWhatARunWouldDo() throws IOException {
        Outcome before = place.run("--plan");

        assertThat(before.out())
                .as(before.err())
                .contains("16 parts, of which 0 are done and 16 are left\n")
                .contains("  12_open: 4 images, the time is not known beforehand\n");
        assertThat(place.runs()).doesNotExist();

        place.run();
        assertThat(place.run("--plan", "-s", "seeds=3").out())
                .contains("24 parts, of which 16 are done and 8 are left\n")
                .contains("  10_tiled: 2 images");
        assertThat(place.run("--plan", "-s", "base.overlap=5").out()).contains("of which 0 are done");
    }

    @Test
    void computesOnlyTheCombinationsOfALevelThatIsAdded() throws IOException {
        place.run();
        List<Path> before = images();

        Outcome outcome = place.run("--resume", "-s", "axes.block.values=[12,10,8]");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("24 images of 6 methods and controls\n");
        assertThat(images()).hasSize(24).containsAll(before);
        assertThat(newerThan(before))
                .hasSize(8)
                .allMatch(image -> image.toString().contains("-8_"));
        assertThat(run("config.json")).content().contains("8");
    }

    @Test
    void computesOnlyTheImagesOfASeedOrAPhotographThatIsAdded() throws IOException {
        place.run();
        List<Path> before = images();

        place.run("--resume", "-s", "seeds=3");
        assertThat(newerThan(before))
                .hasSize(8)
                .allMatch(image -> image.toString().contains("-3/images"));

        List<Path> more = images();
        Outcome outcome = place.run(
                "--resume",
                "-s",
                "seeds=3",
                "-s",
                "photographs[2]={\"image\": \"" + folder.resolve("one.png") + "\", \"crop\": [8, 0, 40, 40]}");
        assertThat(outcome.out()).as(outcome.err()).contains("36 images of 4 methods and controls\n");
        assertThat(newerThan(more))
                .hasSize(12)
                .allMatch(image -> image.toString().contains("/3-one-"));
    }

    @Test
    void computesAgainWhatABaseThatWasEditedMakesOtherwise() throws IOException {
        place.run();
        byte[] before = Files.readAllBytes(run("parts/1-one-12_open-1/images/result.png"));

        Outcome outcome = place.run("--resume", "-s", "base.overlap=5");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllBytes(run("parts/1-one-12_open-1/images/result.png")))
                .isNotEqualTo(before);
    }

    @Test
    void scoresAgainWhereAMeasureIsAddedAndMakesNoImage() throws IOException {
        place.run();
        List<Path> before = images();

        Outcome outcome = place.run("--resume", "-s", "measures[3]={\"type\": \"spectrum\"}");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(newerThan(before)).isEmpty();
        assertThat(Files.readAllLines(run("results.csv"))).anyMatch(line -> line.contains(",spectrum,quality,"));
    }

    @Test
    void computesAgainWhatAPhotographThatChangedIsIn() throws IOException {
        place.run();
        byte[] before = Files.readAllBytes(run("parts/1-one-12_open-1/images/result.png"));
        place.photograph("one.png", 131, 90);

        Outcome outcome = place.run("--resume");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllBytes(run("parts/1-one-12_open-1/images/result.png")))
                .isNotEqualTo(before);
    }

    @Test
    void makesOneChangeAtATimeOrTheCellsThatAreNamed() throws IOException {
        assertThat(place.run("-s", "design=one-at-a-time").out()).contains("12 images of 3 methods");
        assertThat(place.run("--name", "two", "-s", "cells=[{\"block\": \"10\", \"seams\": \"tiled\"}, {}]")
                        .out())
                .contains("8 images of 2 methods");
    }

    @Test
    void takesOtherMethodsForAnAxis() throws IOException {
        Files.writeString(
                folder.resolve("small.json"),
                "{\"type\": \"quilting\", \"block\": 8, \"target\": {\"image\": \"one.png\"}}");
        Outcome outcome = place.run(
                "-s",
                "axes={\"method\": {\"methods\": {\"small\": {\"base\": \"" + folder.resolve("small.json")
                        + "\"}, \"large\": {\"base\": \"" + folder.resolve("small.json")
                        + "\", \"set\": {\"block\": 14}}}}, \"seams\": {\"key\": \"tile\", \"values\": [false, true]}}");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(run("report.html")).content().contains("method: large / small", "seams: true / false");
    }

    @Test
    void trainsANetworkOnceForAllImagesThatLookThroughIt() throws IOException {
        Files.writeString(place.config(), TRAININGS);
        Outcome outcome = place.run();

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(run("parts/trained-on-short/weights.npz")).isNotEmptyFile();
        assertThat(run("report.html")).content().contains("Networks trained first", "trained-on: longer / short");
        assertThat(Files.readAllBytes(run("parts/1-one-longer-1/images/result.png")))
                .isNotEqualTo(Files.readAllBytes(run("parts/1-one-short-1/images/result.png")));
        List<Path> before = images();
        assertThat(place.run("--resume", "--plan").out()).contains("6 parts, of which 6 are done");
        FileTime trained = Files.getLastModifiedTime(run("parts/trained-on-short/weights.npz"));

        assertThat(place.run("--resume", "-s", "seeds=3").code()).isEqualTo(ExitCode.DONE);
        assertThat(newerThan(before)).hasSize(2);
        assertThat(Files.getLastModifiedTime(run("parts/trained-on-short/weights.npz")))
                .isEqualTo(trained);
    }

    @Test
    void refusesAnAxisOfTrainingsThatTrainNothing() throws IOException {
        Files.writeString(place.config(), TRAININGS);
        place.assertRefusedAt(
                "$.axes.trained-on.trainings",
                "must be experiments of the type \"training\", but short is not",
                "-s",
                "axes.trained-on.trainings.short={\"type\": \"quilting\", \"target\": {\"image\": \"one.png\"}}");
        place.assertRefusedAt(
                "$.axes",
                "must lead to a key that takes a file of weights where they have trainings, but network.weight does not: unknown key"
                        + " \"weight\". Did you mean \"weights\"? Known: type, blocks, weights",
                "-s",
                "axes.trained-on.key=network.weight");
    }

    @Test
    void refusesAxesThatUndoEachOtherOrLeadNowhere() {
        place.assertRefusedAt(
                "$.axes",
                "must change different keys, but \"block\" sets block and \"other\" sets block",
                "-s",
                "axes.other={\"key\": \"block\", \"values\": [5, 6]}");
        place.assertRefusedAt(
                "$.methods.12_a.blok",
                "unknown key \"blok\". Did you mean \"block\"? Known: type, seed, target, size, block, overlap, tolerance, tile, measures",
                "-s",
                "axes.seams={\"key\": \"blok\", \"values\": [\"a\"]}");
        place.assertRefusedAt("$.axes", "must be at least one", "-s", "axes={}");
        place.assertRefusedAt(
                "$.axes",
                "must have levels whose names differ by letters or digits",
                "-s",
                "axes={\"one\": {\"settings\": {\"a\": {}, \"a_b\": {}}}, \"two\": {\"settings\": {\"c\": {}, \"b_c\": {}}}}");
        place.assertRefusedAt(
                "$.axes.block.values",
                "must be at least one, or trainings",
                "-s",
                "axes.block={\"key\": \"block\", \"values\": []}");
        place.assertRefusedAt(
                "$.cells",
                "must name levels of \"block\", 12, 10, but one is \"7\"",
                "-s",
                "cells=[{\"block\": \"7\"}]");
    }

    @Test
    void refusesMoreCellsThanAnyoneMeans() {
        String values = Stream.iterate(4, i -> i + 1)
                .limit(250)
                .map(String::valueOf)
                .toList()
                .toString();

        place.assertRefusedAt(
                "$.axes",
                "must make at most 400 cells, but make 500. Take the design one-at-a-time, or name the cells that are wanted",
                "-s",
                "axes.block.values=" + values);
    }

    @Test
    void leavesATableThatLatexTakes() throws IOException, InterruptedException {
        place.run();
        Path latex = Path.of("/usr/bin/pdflatex");
        Assumptions.assumeTrue(Files.exists(latex), "no pdflatex (Debian's texlive-latex-extra) on this machine");
        Files.writeString(
                run("paper.tex"),
                "\\documentclass{article}\\usepackage{booktabs}\\begin{document}\\input{effects-all}\\input{levels}\\end{document}");
        Process process = new ProcessBuilder(
                        latex.toString(), "-interaction=nonstopmode", "-halt-on-error", "paper.tex")
                .directory(run("").toFile())
                .redirectErrorStream(true)
                .redirectOutput(run("paper.out").toFile())
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(run("paper.out"))).isZero();
    }

    private Path run(String file) {
        return place.runs().resolve("tiny").resolve(file);
    }

    private List<Path> images() throws IOException {
        try (Stream<Path> files = Files.walk(run("parts"))) {
            List<Path> images = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.endsWith("result.png")).sorted().toList()) {
                images.add(file);
                stamps.putIfAbsent(file, Files.getLastModifiedTime(file).toMillis());
            }
            return images;
        }
    }

    private final Map<Path, Long> stamps = new HashMap<>();

    /** The images that are not among those, or were written again. */
    private List<Path> newerThan(List<Path> before) throws IOException {
        List<Path> newer = new ArrayList<>();
        for (Path image : images()) {
            if (!before.contains(image)
                    || Files.getLastModifiedTime(image).toMillis() != stamps.getOrDefault(image, -1L)) {
                newer.add(image);
            }
        }
        return newer;
    }

    private static List<String> withoutTimes(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .map(line -> line.replaceAll(",[^,]*,[^,]*$", ""))
                .toList();
    }
}
