package lichen.app.experiment.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class MapViewerTest {
    private String html = "";

    @BeforeEach
    void draw() throws IOException {
        html = MapViewer.of(MapSvg.of(Maps.of(0, 0, 4, 0, 0, 2), Maps.CODEC));
    }

    @Test
    void isWellFormedAndHasWhatTheScriptLooksFor() throws IOException {
        Document page = Maps.parse("<section>" + html + "</section>");

        assertThat(classes(page, "div")).contains("map-tools", "map-stage");
        assertThat(classes(page, "svg")).contains("map", "map-pane");
        assertThat(classes(page, "p")).contains("map-name");
        assertThat(classes(page, "g")).containsOnly("map-marker");
        assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("style").getLength()).isEqualTo(1);
    }

    @Test
    void showsTheNamesWithoutTheScriptToo() throws IOException {
        Document page = Maps.parse("<section>" + html + "</section>");

        assertThat(page.getElementsByTagName("title").getLength()).isEqualTo(3);
        assertThat(((Element) page.getElementsByTagName("div").item(0)).getAttribute("hidden"))
                .isNotEmpty();
    }

    @Test
    void loadsNothing() {
        assertThat(html.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain(
                        "http:", "https:", " src=", "<link", "@import", "url(", "fetch(", "XMLHttpRequest", "import(");
    }

    private static List<String> classes(Document page, String tag) {
        return IntStream.range(0, page.getElementsByTagName(tag).getLength())
                .mapToObj(i -> ((Element) page.getElementsByTagName(tag).item(i)).getAttribute("class"))
                .toList();
    }
}
