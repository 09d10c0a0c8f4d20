package lichen.io.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What a JSON Schema defines once and refers to. */
final class Definitions {
    private final ObjectNode all = JsonNodeFactory.instance.objectNode();
    private final Map<String, Class<?>> records = new HashMap<>();

    /** A reference to a definition, which is made unless it is there; while it is being made, it can refer to itself. */
    ObjectNode reference(String name, Supplier<ObjectNode> definition) {
        if (!all.has(name)) {
            all.putObject(name);
            all.set(name, definition.get());
        }
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + name);
    }

    /** A name for a record's class, whatever others are called. */
    String nameOf(Class<? extends Record> type) {
        String word = "object." + KebabCase.of(type.getSimpleName());
        String name = word;
        for (int i = 2; records.getOrDefault(name, type) != type; i++) {
            name = word + "-" + i;
        }
        records.put(name, type);
        return name;
    }

    /** All of them, by name. */
    ObjectNode all() {
        return all.deepCopy();
    }
}
