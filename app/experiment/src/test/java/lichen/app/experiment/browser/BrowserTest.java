package lichen.app.experiment.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
    @TempDir
    private Path folder;

    /** Were errors not seen here, no test of a page would see them. */
    @Test
    void hearsWhatGoesWrongInAPage() throws Exception {
        assumeTrue(Browser.program().isPresent(), "no Chromium is installed");
        Path page = folder.resolve("page.html");
        Files.writeString(page, "<!DOCTYPE html><p id=\"p\">a</p><script>console.error('told'); lost.it();</script>");
        try (Browser browser = Browser.start(folder.resolve("profile"))) {
            browser.open(page);
            assertThat(browser.evaluate("document.getElementById('p').textContent")
                            .asText())
                    .isEqualTo("a");
            assertThat(browser.complaints())
                    .anyMatch(complaint -> complaint.contains("told"))
                    .anyMatch(complaint -> complaint.contains("lost is not defined"));
        }
    }
}
