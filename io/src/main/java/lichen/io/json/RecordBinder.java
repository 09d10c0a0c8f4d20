package lichen.io.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lichen.core.plugin.Variant;
import lichen.io.json.RecordSchema.Key;

/** Makes records of objects; a family's object says by its type which record. */
final class RecordBinder {
    static final String TYPE = "type";

    private final Registry registry;
    private final Binding binding;
    private final TreeBinder values;
    private final Defaults defaults;
    private final Construction construction;
    private final Bases bases;

    RecordBinder(Registry registry, Binding binding, TreeBinder values) {
        this.registry = registry;
        this.binding = binding;
        this.values = values;
        this.defaults = new Defaults(registry, binding);
        this.construction = new Construction(binding);
        this.bases = new Bases(binding);
    }

    Optional<Object> bind(Slot slot, Class<? extends Record> type) {
        RecordSchema schema = RecordSchema.of(type);
        if (Positional.is(type)) {
            return bindPositional(slot, schema);
        }
        if (!(slot.node() instanceof JsonValue.Mapping mapping)) {
            return binding.refuse(slot, "expected an object" + keys(schema.names()) + found(slot));
        }
        return bindKeys(slot, mapping, schema, schema.names());
    }

    Optional<Object> bindVariant(Slot slot, Class<?> family) {
        List<String> names = registry.names(family);
        String word = Registry.nameOf(family);
        if (!(slot.node() instanceof JsonValue.Mapping mapping)) {
            String shown = slot.node() instanceof JsonValue.Text text && names.contains(text.value())
                    ? text.value()
                    : names.stream().findFirst().orElse("...");
            return binding.refuse(slot, "expected an object such as {\"type\": \"" + shown + "\"}" + found(slot));
        }
        if (Bases.isBased(mapping)) {
            return bases.derive(slot, mapping, family).flatMap(derived -> bindVariant(derived, family));
        }
        JsonValue.Entry type = mapping.entries().get(TYPE);
        if (type == null) {
            return binding.refuse(
                    slot, "missing key \"type\", which says what " + word + " it is. " + DidYouMean.among("", names));
        }
        Slot typeSlot = slot.key(TYPE, type.value());
        binding.nodes().put(typeSlot.path(), typeSlot.node());
        Optional<Object> name = values.bind(typeSlot, String.class);
        if (name.isEmpty()) {
            return name;
        }
        for (Variant variant : registry.variants(family)) {
            if (variant.name().equals(name.get())) {
                RecordSchema schema = RecordSchema.of(variant.type());
                List<String> allowed =
                        Stream.concat(Stream.of(TYPE), schema.names().stream()).toList();
                return bindKeys(slot, mapping, schema, allowed);
            }
        }
        String wrong = (String) name.get();
        return binding.refuse(typeSlot, "unknown " + word + " \"" + wrong + "\". " + DidYouMean.among(wrong, names));
    }

    private Optional<Object> bindKeys(Slot slot, JsonValue.Mapping mapping, RecordSchema schema, List<String> allowed) {
        Set<String> meant = refuseUnknown(slot, mapping, allowed);
        List<Object> arguments = new ArrayList<>();
        for (Key key : schema.keys()) {
            JsonValue.Entry entry = mapping.entries().get(key.name());
            Optional<Object> value = entry == null
                    ? absent(slot, key, meant)
                    : values.bind(slot.key(key.name(), defaults.underlie(entry.value(), key)), key.type());
            value.ifPresent(arguments::add);
        }
        return arguments.size() == schema.keys().size() ? construction.make(slot, schema, arguments) : Optional.empty();
    }

    /** Refuses unknown keys; returns the known ones that they were probably meant to be. */
    private Set<String> refuseUnknown(Slot slot, JsonValue.Mapping mapping, List<String> allowed) {
        Set<String> meant = new LinkedHashSet<>();
        for (Map.Entry<String, JsonValue.Entry> entry : mapping.entries().entrySet()) {
            String key = entry.getKey();
            if (!allowed.contains(key)) {
                List<String> free = allowed.stream()
                        .filter(name -> !mapping.entries().containsKey(name))
                        .toList();
                DidYouMean.guess(key, free).ifPresent(meant::add);
                String help = allowed.isEmpty() ? "No key is known here." : DidYouMean.among(key, allowed);
                binding.problems()
                        .add(
                                JsonPath.key(slot.path(), key),
                                entry.getValue().keyPlace(),
                                "unknown key \"" + key + "\". " + help);
            }
        }
        return meant;
    }

    private Optional<Object> absent(Slot slot, Key key, Set<String> meant) {
        Optional<Object> value = defaults.of(slot, key);
        if (value.isEmpty() && !meant.contains(key.name())) {
            String what = key.summary().orElseGet(() -> TypeWords.expected(key.type()));
            binding.refuse(slot, "missing key \"" + key.name() + "\": " + what);
        }
        return value;
    }

    private Optional<Object> bindPositional(Slot slot, RecordSchema schema) {
        if (!(slot.node() instanceof JsonValue.Sequence sequence)
                || sequence.elements().size() != schema.keys().size()) {
            return binding.refuse(slot, ScalarBinder.mismatch(slot, schema.type()));
        }
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < schema.keys().size(); i++) {
            values.bind(
                            slot.element(i, sequence.elements().get(i)),
                            schema.keys().get(i).type())
                    .ifPresent(arguments::add);
        }
        return arguments.size() == schema.keys().size() ? construction.make(slot, schema, arguments) : Optional.empty();
    }

    private static String keys(List<String> names) {
        return names.isEmpty() ? "" : " with the keys " + String.join(", ", names);
    }

    private static String found(Slot slot) {
        return ", found " + slot.node().inWords();
    }
}
