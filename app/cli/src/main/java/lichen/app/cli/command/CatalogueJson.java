package lichen.app.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.io.json.Catalogue.FamilyEntry;
import lichen.io.json.Catalogue.KeyEntry;
import lichen.io.json.Catalogue.VariantEntry;

/** Writes the catalogue for other programs: {@code [{"family", "summary", "variants": [{"type", "summary", "keys"}]}]}. */
final class CatalogueJson {
    private CatalogueJson() {}

    static String of(List<FamilyEntry> families) throws JsonProcessingException {
        List<Map<String, Object>> tree =
                families.stream().map(CatalogueJson::family).toList();
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    private static Map<String, Object> family(FamilyEntry family) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("family", family.name());
        object.put("summary", family.summary());
        object.put(
                "variants",
                family.variants().stream().map(CatalogueJson::variant).toList());
        return object;
    }

    private static Map<String, Object> variant(VariantEntry variant) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", variant.name());
        object.put("summary", variant.summary());
        object.put("keys", variant.keys().stream().map(CatalogueJson::key).toList());
        return object;
    }

    /** A key; its default is the text of the JSON value that stands for it. */
    private static Map<String, Object> key(KeyEntry key) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("key", key.name());
        object.put("takes", key.type());
        object.put("required", key.required());
        key.defaultText().ifPresent(json -> object.put("default", json));
        object.put("summary", key.summary());
        return object;
    }
}
