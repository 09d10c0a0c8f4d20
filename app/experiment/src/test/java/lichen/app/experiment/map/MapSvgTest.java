package lichen.app.experiment.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import lichen.app.experiment.embedding.Points;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class MapSvgTest {
    private static final String HOSTILE = "</title><script>alert(1)</script>&\"'\u0007";

    @TempDir
    private Path folder;

    @Test
    void holdsEachPatchAtItsPlace() throws IOException {
        TextureMap map = Maps.of(0, 0, 4, 0, 0, 2);
        Document svg = Maps.parse(MapSvg.of(map, Maps.CODEC));

        assertThat(svg.getElementsByTagName("image").getLength()).isEqualTo(3);
        Element second = (Element) svg.getElementsByTagName("g").item(1);
        assertThat(second.getAttribute("transform"))
                .isEqualTo("translate(" + map.markers().get(1).x() + " "
                        + map.markers().get(1).y() + ")");
        assertThat(second.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("patch-1, from gravel");
    }

    @Test
    void holdsThePixelsOfThePatches() throws IOException {
        TextureMap map = Maps.of(0, 0, 4, 0);
        Element image = (Element) Maps.parse(MapSvg.of(map, Maps.CODEC))
                .getElementsByTagName("image")
                .item(1);
        Path file = folder.resolve("patch.png");
        Files.write(
                file,
                Base64.getDecoder().decode(image.getAttribute("href").replaceFirst("data:image/png;base64,", "")));

        assertThat(Maps.CODEC.read(file).toArray())
                .containsExactly(map.markers().get(1).thumbnail().image().toArray());
    }

    @Test
    void takesNamesAsTextWhateverTheyAre() throws IOException {
        TextureMap map = TextureMap.of(
                List.of(Maps.grey(HOSTILE, HOSTILE, 8, 0), Maps.grey("a", "b", 8, 0)),
                Points.of(2, 2, new double[] {0, 0, 1, 1}));
        Document svg = Maps.parse(MapSvg.of(map, Maps.CODEC));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .startsWith("</title><script>alert(1)</script>&\"'?, from ");
    }
}
