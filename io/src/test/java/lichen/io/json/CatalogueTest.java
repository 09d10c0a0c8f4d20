package lichen.io.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import lichen.io.json.Catalogue.KeyEntry;
import lichen.io.json.Catalogue.VariantEntry;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final List<Catalogue.FamilyEntry> families = new Catalogue(Studio.registry()).families();

    @Test
    void namesFamiliesAndTheirVariants() {
        assertThat(families)
                .extracting(family -> family.name() + ": " + family.summary() + " "
                        + family.variants().stream().map(VariantEntry::name).toList())
                .containsExactly("drawing-tool:  [brush, pen, sponge]", "work: what is made [painting]");
    }

    @Test
    void describesEveryKeyInWords() {
        VariantEntry painting = families.get(1).variants().get(0);
        assertThat(painting.summary()).isEqualTo("oil on canvas");
        assertThat(painting.keys().stream().map(CatalogueTest::line).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo("""
                        seed: whole number = 1; where chance begins
                        model: object, required
                        model.image: file, required; the photograph
                        model.crop: [x, y, width, height]; the part of it
                        tool: drawing-tool = {"type": "brush"}
                        spare: list of drawing-tools = []
                        layers: list of texts = "all"
                        weights: object of numbers by name = {}
                        finish: one of matt, high-gloss = "matt"
                        size: [width, height] = [64, 48]
                        signed: true or false = false
                        title: text
                        """);
    }

    private static String line(KeyEntry key) {
        return key.name() + ": " + key.type() + (key.required() ? ", required" : "")
                + key.defaultText().map(json -> " = " + json).orElse("")
                + (key.summary().isEmpty() ? "" : "; " + key.summary());
    }
}
