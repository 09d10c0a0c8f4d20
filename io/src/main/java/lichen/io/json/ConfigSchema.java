package lichen.io.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Inject;
import java.util.List;
import lichen.core.plugin.Variant;

/**
 * The JSON Schema (2020-12) of configs, for editors and other programs: what the records tell by their components, defaults and
 * summaries. What their constructors refuse it does not know, so what it accepts may still be wrong; what it refuses is wrong.
 */
public final class ConfigSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Registry registry;

    @Inject
    ConfigSchema(Registry registry) {
        this.registry = registry;
    }

    /**
     * The schema of a document that is one of a family's variants, extends another, or is another with changes.
     *
     * @param family the family
     * @param names the variants that it may be
     * @return JSON, indented by two, with a line feed at the end
     */
    public String of(Class<?> family, List<String> names) {
        Definitions definitions = new Definitions();
        TypeSchemas whole = new TypeSchemas(registry, Form.WHOLE, definitions);
        TypeSchemas changes = new TypeSchemas(registry, Form.CHANGES, definitions);
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", DIALECT);
        root.put("title", "Lichen: " + Registry.nameOf(family));
        root.put("type", "object");
        ArrayNode choices = root.putArray("oneOf");
        ObjectNode extending = TypeSchemas.extending();
        ArrayNode extended = extending.putArray("anyOf");
        for (Variant variant : registry.variants(family)) {
            if (names.contains(variant.name())) {
                choices.add(document(whole.variant(variant)));
                extended.add(document(changes.variant(variant)));
            }
        }
        choices.add(extending);
        choices.add(document(whole.based()));
        root.set("$defs", definitions.all());
        return text(root);
    }

    /** An object's schema that allows for what stands at the top of a document alone. */
    private static ObjectNode document(ObjectNode object) {
        object.withObjectProperty("properties")
                .putObject(TreeParser.SCHEMA)
                .put("type", "string")
                .put("description", "the JSON Schema that editors check this file by; means nothing to a run");
        return object;
    }

    private static String text(ObjectNode root) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory cannot be written", e);
        }
    }
}
