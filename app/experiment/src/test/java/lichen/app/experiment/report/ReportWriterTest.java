package lichen.app.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lichen.io.run.Manifest;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportWriterTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String HOSTILE = "a <b>&amp; \"c\" 'd' </style><script>alert(1)</script>";

    @TempDir
    private Path folder;

    private final ReportWriter writer = new ReportWriter(Texture.CODEC);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5000})
    void isWellFormedForRunsOfAnyLength(int evaluations) throws Exception {
        String html = writer.html(content("gravel", Status.DONE, evaluations));
        Document page = parse(html);
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(evaluations > 0 ? 1 : 0);
        assertThat(html).doesNotContain("http").doesNotContain("<script");
        assertThat(html.length()).isLessThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DONE", "RUNNING", "INTERRUPTED", "FAILED"})
    void saysAtTheTopHowTheRunStands(String status) throws Exception {
        String html = writer.html(content("gravel", Status.valueOf(status), 3));
        parse(html);
        assertThat(html.contains("class=\"notice")).isEqualTo(!status.equals("DONE"));
        assertThat(html).contains("started 2026-11-22 12:00:00 UTC, ended 2026-11-22 12:01:30 UTC (1 min 30 s)");
    }

    @Test
    void escapesEveryText() throws Exception {
        Manifest.Outcome outcome = new Manifest.Outcome(Status.FAILED, HOSTILE, NOON, Optional.empty());
        List<Entry> entries = List.of(new Entry(HOSTILE, HOSTILE));
        ReportContent content = new ReportContent(
                HOSTILE,
                outcome,
                List.of(
                        new Pictures(HOSTILE, List.of(new ReportPicture(HOSTILE, png()))),
                        new Numbers(entries),
                        new Table(HOSTILE, List.of(HOSTILE), List.of(List.of(HOSTILE))),
                        new Curves(HOSTILE, HOSTILE, List.of(new Curves.Curve(HOSTILE, List.of(new LossPoint(1, 1)))))),
                new ReportContent.Details(entries, HOSTILE, HOSTILE));
        String html = writer.html(content);
        Document page = parse(html);
        assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(1);
        assertThat(html).doesNotContain("<script>alert").doesNotContain("<b>");
        assertThat(page.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(HOSTILE + " · Lichen");
        assertThat(page.getElementsByTagName("figcaption").item(0).getTextContent())
                .isEqualTo(HOSTILE);
    }

    @Test
    void holdsItsPicturesAndLeavesOutWhatIsNotThere() throws Exception {
        ReportContent some = content("gravel", Status.INTERRUPTED, 1);
        ReportContent content = new ReportContent(
                some.title(),
                some.outcome(),
                List.of(Pictures.of(
                        new ReportPicture("target", png()), new ReportPicture("result", folder.resolve("none.png")))),
                some.details());
        Document page = parse(writer.html(content));
        assertThat(page.getElementsByTagName("figure").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("img")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("src")
                        .getNodeValue())
                .startsWith("data:image/png;base64,iVBOR");
    }

    /** Digits stand under digits whatever is behind them: what a number has fewer is added as space, a mark hangs. */
    @Test
    void setsNumbersAtTheRightDigitUnderDigit() throws Exception {
        Table table = new Table(
                "Means",
                List.of("", "all"),
                List.of(List.of("a", "0.42 *"), List.of("b", "153"), List.of("c", "-"), List.of("d", "1.5")));
        String html = writer.html(Samples.content(table));

        assertThat(html)
                .contains("<td class=\"number\">0.42<span class=\"mark\"> *</span></td>")
                .contains(
                        "<td class=\"number lack-5\">153<",
                        "<td class=\"number\">-<",
                        "<td class=\"number lack-2\">1.5<");
    }

    /** Nothing of a page is loaded, and without a script all of it is there. */
    @Test
    void holdsContactSheetsThatAreReadWithoutAScript() throws Exception {
        String html = writer.html(Samples.content(Samples.sheets(folder, 2, 3, 2, 8)));
        Document page = parse(html);

        assertThat(page.getElementsByTagName("img").getLength()).isEqualTo(2 * 2 * 3 * 2 + 2);
        assertThat(page.getElementsByTagName("h3").item(0).getTextContent()).isEqualTo("photograph 1-pebbles, image 1");
        assertThat(html.replaceAll("data:image/jpeg;base64,[^\"]*", ""))
                .contains("Images as JPEG of quality 90.", "alt=\"row2, column3, 2-bark, image 2\"")
                .doesNotContain("http", "<link", "@import", "fetch(", "XMLHttpRequest", "import(");
    }

    @Test
    void setsWhatExplainsATableSmaller() throws Exception {
        Table table = new Table("Means: of all; 1 is good. Caution: few", List.of("a"), List.of());

        assertThat(writer.html(Samples.content(table)))
                .contains("<h2>Means</h2>", "<p class=\"quiet\">Of all; 1 is good. Caution: few</p>");
    }

    /** A number or a name stays on its line, a sentence does not; a table that is too wide is moved, not squeezed. */
    @Test
    void breaksNeitherWordsNorNumbersOfTables() throws Exception {
        ReportContent some = content("gravel", Status.DONE, 1);
        List<String> row =
                List.of("laplacian-sliced-wasserstein", "0.69 [0.59, 0.71] (8 of 8)", "a sentence. ".repeat(9));
        Table table = new Table("Means", List.of("", "all", "why"), List.of(row));
        String html = writer.html(new ReportContent("gravel", some.outcome(), List.of(table), some.details()));

        assertThat(html)
                .contains("<td class=\"whole\">laplacian-sliced-wasserstein</td>")
                .contains("<td class=\"whole\">0.69 [0.59, 0.71] (8 of 8)</td>")
                .contains("<td class=\"text\">a sentence. ")
                .contains(".table .whole { white-space: nowrap; }", ".table { overflow-x: auto; }")
                .containsPattern("\\.table th, \\.table td \\{ overflow-wrap: normal");
    }

    @Test
    void standsInTheFolderOfTheRun() throws Exception {
        try (RunDirectory run = RunDirectory.create(folder, "run", "{}")) {
            writer.write(run, content("run", Status.DONE, 2));
            assertThat(Files.readString(run.report()))
                    .startsWith("<!DOCTYPE html>")
                    .endsWith("</html>\n");
        }
    }

    private Path png() throws IOException {
        Path file = folder.resolve("target.png");
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private static ReportContent content(String title, Status status, int evaluations) {
        List<LossPoint> losses = IntStream.rangeClosed(1, evaluations)
                .mapToObj(i -> new LossPoint(i, 10.0 / i))
                .collect(Collectors.toList());
        return new ReportContent(
                title,
                new Manifest.Outcome(status, "", NOON, Optional.of(NOON.plusSeconds(90))),
                List.of(new Numbers(List.of(new Entry("loss", "0.0193"))), Curves.of("Loss", "evaluation", losses)),
                new ReportContent.Details(
                        List.of(new Entry("Java", "17")), "{\n  \"seed\": 7\n}", "lichen run config.json"));
    }

    /** Reads the page as XML; its few empty elements are closed first. */
    private static Document parse(String html) throws IOException, SAXException, ParserConfigurationException {
        String xml = html.replace("<!DOCTYPE html>", "")
                .replaceAll("<(meta|input|img)((?: [a-z]+[a-z-]*=\"[^\"]*\")*)>", "<$1$2/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
