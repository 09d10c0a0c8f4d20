package lichen.app.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lichen.app.experiment.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader does with a report, done in Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInBrowserTest {
    private static final String DIALOG = "document.querySelector('dialog')";

    private static final String CONTRAST = """
            (() => {
              const light = (colour) => {
                const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
                  .map((part) => part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92);
                return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
              };
              const node = document.querySelector('%s');
              let back = node;
              while (getComputedStyle(back).backgroundColor === 'rgba(0, 0, 0, 0)') { back = back.parentElement; }
              const both = [light(getComputedStyle(node).color), light(getComputedStyle(back).backgroundColor)];
              return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
            })()""";

    private Path page = Path.of("");
    private final List<Browser> started = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        assumeTrue(Browser.program().isPresent(), "no Chromium is installed");
        page = folder.resolve("report.html");
        String html = new ReportWriter(Texture.CODEC)
                .html(Samples.content(Samples.sheets(folder, 2, 3, 2, 32), Samples.table()));
        Files.writeString(page, html);
        started.add(Browser.start(folder.resolve("profile")));
    }

    @AfterAll
    void stop() {
        started.forEach(Browser::close);
    }

    @BeforeEach
    void open() throws Exception {
        browser().look(1000, 800, false);
        browser().open(page);
    }

    @Test
    void sortsNumbersAsNumbersWithNothingLast() throws IOException {
        String head = ".table th:nth-child(2) button";
        browser().click(head);
        assertThat(column(2)).startsWith("0.04 *", "0.125", "0.50", "1.50").endsWith("14.50", "-");
        browser().click(head);
        assertThat(column(2)).startsWith("14.50", "13.50").endsWith("0.04 *", "-");
        assertThat(text("document.querySelector('.table th:nth-child(2)').getAttribute('aria-sort')"))
                .isEqualTo("descending");
        browser().click(head);
        assertThat(column(1)).startsWith("cell-0", "cell-7", "cell-14");
    }

    @Test
    void sortsIntervalsByTheirQuotientsAndNamesByTheNumbersInThemFromTheKeyboard() throws IOException {
        browser().evaluate("document.querySelector('.table th:nth-child(3) button').focus()");
        browser().press("Enter");
        assertThat(column(3)).startsWith("0.50 [0.10, 0.20]", "1.50 [0.10, 0.20]", "2.50 [0.10, 0.20]");
        browser().evaluate("document.querySelector('.table th:nth-child(1) button').focus()");
        browser().press("Enter");
        assertThat(column(1)).startsWith("cell-0", "cell-1", "cell-2", "cell-3").endsWith("cell-14");
        assertNoComplaints();
    }

    @Test
    void filtersRowsByAllWords() throws IOException {
        browser().click(".filter input");
        browser().type("CELL-1 0.20");
        assertThat(visibleRows()).isEqualTo(6);
        assertThat(text("document.querySelector('.filter span').textContent")).isEqualTo("6 of 15 rows");
        assertNoComplaints();
    }

    @Test
    void showsTheSheetThatIsChosen() throws IOException {
        assertThat(number("document.querySelectorAll('.sheet:not([hidden])').length"))
                .isEqualTo(1);
        assertThat(number("document.querySelectorAll('.sheet:not([hidden]) td img').length"))
                .isEqualTo(6);
        browser()
                .evaluate("(() => { const select = document.querySelectorAll('.choice')[0]; select.value = '2-bark';"
                        + " select.dispatchEvent(new Event('change')); })()");
        assertThat(text("document.querySelector('.sheet:not([hidden]) td img').alt"))
                .isEqualTo("row1, column1, 2-bark, image 1");
        assertThat(text("document.querySelector('.sheet:not([hidden]) .corner img').alt"))
                .isEqualTo("the photograph 2-bark");
        assertNoComplaints();
    }

    @Test
    void looksCloselyAtTheSamePlaceOfAllImages() throws IOException {
        browser().click(".sheet:not([hidden]) td .look");
        assertThat(isOpen()).isTrue();
        assertThat(panes()).containsExactly("row1, column1, 1-pebbles, image 1", "the photograph 1-pebbles");
        choose("row2, column3, 1-pebbles, image 2");
        assertThat(panes()).hasSize(3).contains("row2, column3, 1-pebbles, image 2");

        browser().evaluate("document.querySelector('.closeup-panes').focus()");
        browser().press("+");
        browser().press("ArrowRight");
        for (int pane = 0; pane < 3; pane++) {
            assertThat(share(pane, "backgroundSize")).isCloseTo(1.5, within(0.01));
            assertThat(share(pane, "backgroundPosition")).isCloseTo(-0.35, within(0.01));
        }

        browser().press("Escape");
        assertThat(isOpen()).isFalse();
        assertThat(text("document.activeElement.className")).isEqualTo("look");
        assertNoComplaints();
    }

    @Test
    void tilesAndTakesTheDifference() throws IOException {
        browser().click(".sheet:not([hidden]) td .look");
        browser().click(".closeup-tiled");
        assertThat(share(0, "backgroundSize")).isCloseTo(0.5, within(0.01));

        browser().click(".closeup-difference");
        assertThat(panes()).hasSize(3).last().isEqualTo("4 × the difference to the photograph 1-pebbles");
        String two = "document.querySelector('.closeup-apart .pane')";
        assertThat(number(two + ".style.backgroundImage.split('url(').length - 1"))
                .isEqualTo(2);
        assertThat(text("getComputedStyle(" + two + ").backgroundBlendMode")).startsWith("difference");

        browser().click(".closeup-close");
        assertThat(isOpen()).isFalse();
        assertNoComplaints();
    }

    @Test
    void showsLossesInThePlaceOfImages() throws IOException {
        assertThat(isSeen(".sheet:not([hidden]) td .losses")).isFalse();
        browser()
                .evaluate("(() => { const select = document.querySelector('.face'); select.value = 'losses';"
                        + " select.dispatchEvent(new Event('change')); })()");
        assertThat(isSeen(".sheet:not([hidden]) td .losses")).isTrue();
        assertThat(isSeen(".sheet:not([hidden]) td img")).isFalse();
    }

    /** The page itself is never wider than the window; what is, moves in its own box. */
    @ParameterizedTest
    @ValueSource(ints = {400, 1000})
    void fitsTheWindow(int width) throws IOException {
        browser().look(width, 800, true);
        assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        browser().click(".sheet:not([hidden]) td .look");
        assertThat(number(DIALOG + ".scrollWidth")).isLessThanOrEqualTo(number(DIALOG + ".clientWidth"));
        assertThat(number(DIALOG + ".getBoundingClientRect().right")).isLessThanOrEqualTo(width);
        assertNoComplaints();
    }

    /** Text on paper, by the rule of WCAG: 4.5 for what is read. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void canBeReadInLightAndDark(boolean isDark) throws IOException {
        browser().look(1000, 800, isDark);
        for (String selector : List.of("h2", ".quiet", ".table td", ".table th button", ".sheet .caption", "select")) {
            assertThat(number(String.format(Locale.ROOT, CONTRAST, selector)))
                    .as(selector)
                    .isGreaterThan(4.5);
        }
    }

    private Browser browser() {
        return started.get(0);
    }

    private void choose(String other) throws IOException {
        browser()
                .evaluate("(() => { const select = document.querySelector('.closeup-other');"
                        + " select.selectedIndex = Array.from(select.options).findIndex(option => option.text === '"
                        + other
                        + "'); select.dispatchEvent(new Event('change')); })()");
    }

    /** A length of a pane's style in widths of the pane. */
    private double share(int pane, String length) throws IOException {
        String node = "document.querySelectorAll('.closeup figure:not([hidden]) .pane')[" + pane + "]";
        return number("parseFloat(" + node + ".style." + length + ") / " + node + ".getBoundingClientRect().width");
    }

    private List<String> column(int number) throws IOException {
        return texts("Array.from(document.querySelectorAll('.table td:nth-child(" + number
                + ")')).map(cell => cell.textContent)");
    }

    private List<String> panes() throws IOException {
        return texts("Array.from(document.querySelectorAll('.closeup-panes figure:not([hidden]) figcaption'))"
                + ".map(caption => caption.textContent)");
    }

    private double visibleRows() throws IOException {
        return number(
                "Array.from(document.querySelectorAll('.table tbody tr')).filter(row => row.offsetParent).length");
    }

    private boolean isSeen(String selector) throws IOException {
        return number("document.querySelector('" + selector + "').getBoundingClientRect().width") > 0;
    }

    private boolean isOpen() throws IOException {
        return browser().evaluate(DIALOG + ".open").asBoolean();
    }

    private String text(String expression) throws IOException {
        return browser().evaluate(expression).asText();
    }

    private double number(String expression) throws IOException {
        return browser().evaluate(expression).asDouble();
    }

    private List<String> texts(String expression) throws IOException {
        List<String> texts = new ArrayList<>();
        browser().evaluate(expression).forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private void assertNoComplaints() {
        assertThat(browser().complaints()).isEmpty();
    }
}
