package lichen.app.experiment.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;
import lichen.core.plugin.FileReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the photographs against the photographs that the build unpacked. */
class PhotographsTest {
    /** A row of the table. */
    record Photograph(
            String name,
            String source,
            String licence,
            @JsonProperty("licence-text") String licenceText,
            int width,
            int height,
            String shows) {}

    static List<Photograph> table() throws IOException {
        try (InputStream stream = new FileReference("bundled:photographs.json").open()) {
            return List.of(new ObjectMapper().readValue(stream, Photograph[].class));
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void canBeOpenedByNameAndHasTheStatedSize(Photograph photograph) throws IOException {
        BufferedImage image;
        try (InputStream stream = new FileReference("bundled:" + photograph.name()).open()) {
            image = ImageIO.read(stream);
        }
        assertThat(image).isNotNull();
        assertThat(image.getWidth()).isEqualTo(photograph.width());
        assertThat(image.getHeight()).isEqualTo(photograph.height());
    }

    @ParameterizedTest
    @MethodSource("table")
    void carriesTheTextOfItsLicence(Photograph photograph) throws IOException {
        try (InputStream stream = new FileReference("bundled:" + photograph.licenceText()).open()) {
            assertThat(stream.readAllBytes())
                    .asString()
                    .contains(photograph.licence().substring(0, 3));
        }
    }

    @Test
    void haveNamesInKebabCaseAndNoneTwice() throws IOException {
        assertThat(table())
                .extracting(Photograph::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }
}
