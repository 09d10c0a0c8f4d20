package lichen.io.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;
import lichen.core.plugin.Summary;
import lichen.core.plugin.Variant;

/** The JSON Schemas of types, as {@link TreeBinder} takes them; families and records become definitions, which others refer to. */
final class TypeSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<Class<?>, String> PLAIN = Map.of(
            int.class, "integer",
            long.class, "integer",
            double.class, "number",
            boolean.class, "boolean",
            String.class, "string",
            Instant.class, "string");

    private final Registry registry;
    private final Form form;
    private final Definitions definitions;

    /**
     * Schemas of one form.
     *
     * @param definitions receives those of families and records; of both forms
     */
    TypeSchemas(Registry registry, Form form, Definitions definitions) {
        this.registry = registry;
        this.form = form;
        this.definitions = definitions;
    }

    /** A variant: its keys and its type. */
    ObjectNode variant(Variant variant) {
        ObjectNode properties = NODES.objectNode();
        properties.putObject(Registry.TYPE).put("const", variant.name());
        if (form == Form.WHOLE) {
            return object(variant.type(), properties, List.of(Registry.TYPE));
        }
        properties.set(Bases.EXTENDS, file("the file, or the name of one that comes along, which this changes"));
        return object(variant.type(), properties, List.of());
    }

    /** An object that is another file with changes. */
    ObjectNode based() {
        ObjectNode object = NODES.objectNode().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        properties.set(Bases.BASE, file("the file, or the name of one that comes along, which this is like"));
        properties
                .putObject(Bases.SET)
                .put("type", "object")
                .put("description", "what replaces values of it, by the ways to them, such as stop.evaluations");
        if (form == Form.WHOLE) {
            object.putArray("required").add(Bases.BASE);
        }
        return object.put("additionalProperties", false);
    }

    /** What any object that extends a file has. */
    static ObjectNode extending() {
        ObjectNode object = NODES.objectNode().put("type", "object");
        object.putArray("required").add(Bases.EXTENDS);
        return object;
    }

    private static ObjectNode file(String description) {
        return NODES.objectNode().put("type", "string").put("minLength", 1).put("description", description);
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> plain = ScalarBinder.unboxed((Class<?>) type);
        String word = PLAIN.get(plain);
        if (word != null) {
            return NODES.objectNode().put("type", word);
        }
        if (plain == Fragment.class) {
            return NODES.objectNode();
        }
        if (plain == FileReference.class || plain == FolderReference.class) {
            return NODES.objectNode().put("type", "string").put("minLength", 1);
        }
        if (plain.isEnum()) {
            return constants(plain);
        }
        return plain.isRecord() ? ofRecord(plain.asSubclass(Record.class)) : ofFamily(plain);
    }

    private ObjectNode ofGeneric(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Type last = arguments[arguments.length - 1];
        if (type.getRawType() == Optional.class || type.getRawType() == Draft.class) {
            return of(last);
        }
        if (type.getRawType() == Map.class) {
            ObjectNode object = NODES.objectNode().put("type", "object");
            object.set("additionalProperties", of(last));
            return object;
        }
        ObjectNode either = NODES.objectNode();
        ArrayNode choices = either.putArray("anyOf").add(of(last));
        ObjectNode elements = new TypeSchemas(registry, Form.WHOLE, definitions).of(last);
        choices.addObject().put("type", "array").set("items", elements);
        return either;
    }

    private static ObjectNode constants(Class<?> type) {
        ObjectNode choice = NODES.objectNode();
        ArrayNode names = choice.putArray("enum");
        TypeWords.choices(type).forEach(names::add);
        return choice;
    }

    private ObjectNode ofRecord(Class<? extends Record> type) {
        return RecordSchema.isPositional(type)
                ? positional(RecordSchema.of(type))
                : definitions.reference(
                        form.named(definitions.nameOf(type)), () -> object(type, NODES.objectNode(), List.of()));
    }

    private ObjectNode positional(RecordSchema schema) {
        ObjectNode list = NODES.objectNode().put("type", "array");
        ArrayNode items = list.putArray("prefixItems");
        schema.keys().forEach(key -> items.add(of(key.type())));
        int size = schema.keys().size();
        return list.put("minItems", size).put("maxItems", size);
    }

    private ObjectNode ofFamily(Class<?> family) {
        return definitions.reference(form.named(Registry.nameOf(family)), () -> {
            ObjectNode choice = described(NODES.objectNode(), family);
            ArrayNode choices = choice.putArray(form == Form.WHOLE ? "oneOf" : "anyOf");
            for (Variant variant : registry.variants(family)) {
                String name = Registry.nameOf(family) + "." + variant.name();
                choices.add(definitions.reference(form.named(name), () -> variant(variant)));
            }
            choices.add(based());
            if (form == Form.WHOLE) {
                ObjectNode changes = new TypeSchemas(registry, Form.CHANGES, definitions).ofFamily(family);
                choices.add(extending().setAll(changes));
            }
            return choice;
        });
    }

    private ObjectNode object(Class<? extends Record> type, ObjectNode properties, List<String> required) {
        ObjectNode object = described(NODES.objectNode().put("type", "object"), type);
        ArrayNode needed = NODES.arrayNode();
        required.forEach(needed::add);
        for (RecordSchema.Key key : RecordSchema.of(type).keys()) {
            properties.set(key.name(), property(key));
            if (form == Form.WHOLE && key.defaultText().isEmpty() && !key.isOptional()) {
                needed.add(key.name());
            }
        }
        object.set("properties", properties);
        if (!needed.isEmpty()) {
            object.set("required", needed);
        }
        return object.put("additionalProperties", false);
    }

    private ObjectNode property(RecordSchema.Key key) {
        ObjectNode property = of(key.type());
        key.summary().ifPresent(line -> property.put("description", line));
        if (form == Form.WHOLE) {
            key.defaultText().ifPresent(text -> property.set("default", parsed(text)));
        }
        return property;
    }

    private static ObjectNode described(ObjectNode node, Class<?> type) {
        Summary summary = type.getAnnotation(Summary.class);
        return summary == null ? node : node.put("description", summary.value());
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a default is not JSON: " + json, e);
        }
    }
}
