package lichen.io.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lichen.core.check.InvalidValueException;
import lichen.core.plugin.Variant;
import lichen.io.json.RecordSchema.Key;

/**
 * Makes Java values of JSON values, as a type asks: lists, maps and records of what they hold. A family's object says by its type
 * which record.
 */
final class TreeBinder {
    private final Registry registry;
    private final Binding binding;
    private final ScalarBinder scalars;
    private final Bases bases;

    TreeBinder(Registry registry, Binding binding) {
        this.registry = registry;
        this.binding = binding;
        this.scalars = new ScalarBinder(binding);
        this.bases = new Bases(binding);
    }

    /**
     * Makes a value.
     *
     * @return the value, or nothing where problems were noted
     * @throws IllegalStateException if a record has a component of a type that JSON cannot give, or a default that does not fit
     */
    Optional<Object> bind(Slot slot, Type type) {
        if (slot.node() instanceof JsonValue.Deferred deferred
                && (deferred.derived().isEmpty() || !takesVariant(type))) {
            return bind(settled(slot, deferred, Optional.empty()), type);
        }
        binding.found().nodes().put(slot.path(), slot.node());
        if (slot.node() instanceof JsonValue.Nothing) {
            return binding.refuse(slot, "null is no value. Leave the key out, or give it a value");
        }
        if (type instanceof ParameterizedType generic) {
            return bindGeneric(slot, generic);
        }
        if (!(type instanceof Class<?> written)) {
            throw unsupported(slot, type);
        }
        Class<?> plain = ScalarBinder.unboxed(written);
        if (ScalarBinder.binds(plain)) {
            return scalars.bind(slot, plain);
        }
        if (plain == Fragment.class) {
            return Optional.of(new Fragment(slot.node()));
        }
        if (plain.isRecord()) {
            return bindRecord(slot, RecordSchema.of(plain.asSubclass(Record.class)));
        }
        if (plain.isInterface()) {
            return bindVariant(slot, plain);
        }
        throw unsupported(slot, type);
    }

    /** Whether an object can stand there that is like another file. */
    private static boolean takesVariant(Type type) {
        return type instanceof ParameterizedType generic
                ? generic.getRawType() != Map.class && takesVariant(generic.getActualTypeArguments()[0])
                : type instanceof Class<?> plain && plain.isInterface();
    }

    private Slot settled(Slot slot, JsonValue.Deferred deferred, Optional<JsonValue> usual) {
        return new Slot(slot.path(), new Overlay(binding.problems()).settled(deferred, usual, slot.path()));
    }

    private Optional<Object> bindGeneric(Slot slot, ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return bind(slot, arguments[0]).map(Optional::of);
        }
        if (type.getRawType() == Draft.class && arguments[0] instanceof Class<?> drafted) {
            return draft(slot, drafted).map(Object.class::cast);
        }
        if (type.getRawType() == List.class) {
            return bindList(slot, arguments[0]);
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return bindMap(slot, type, arguments[1]);
        }
        throw unsupported(slot, type);
    }

    /** Makes a value that can be made again with changes. */
    <T> Optional<Draft<T>> draft(Slot slot, Class<T> type) {
        return bind(slot, type).map(value -> new Draft<>(type.cast(value), slot, type, registry, binding));
    }

    private Optional<Object> bindList(Slot slot, Type elementType) {
        if (!(slot.node() instanceof JsonValue.Sequence sequence)) {
            return bind(slot, elementType).map(List::of);
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < sequence.elements().size(); i++) {
            bind(slot.element(i, sequence.elements().get(i)), elementType).ifPresent(values::add);
        }
        return values.size() == sequence.elements().size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private Optional<Object> bindMap(Slot slot, Type type, Type valueType) {
        if (!(slot.node() instanceof JsonValue.Mapping mapping)) {
            return binding.refuse(slot, slot.mismatch(type));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            Slot child = slot.key(key, entry.value());
            binding.found().words().put(child.path(), key);
            bind(child, valueType).ifPresent(value -> values.put(key, value));
        });
        return values.size() == mapping.entries().size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    private Optional<Object> bindRecord(Slot slot, RecordSchema schema) {
        if (RecordSchema.isPositional(schema.type())) {
            return bindPositional(slot, schema);
        }
        if (!(slot.node() instanceof JsonValue.Mapping mapping)) {
            List<String> names = schema.names();
            String keys = names.isEmpty() ? "" : " with the keys " + String.join(", ", names);
            return binding.refuse(slot, "expected an object" + keys + slot.found());
        }
        return bindKeys(slot, mapping, schema, schema.names());
    }

    private Optional<Object> bindPositional(Slot slot, RecordSchema schema) {
        List<Key> keys = schema.keys();
        if (!(slot.node() instanceof JsonValue.Sequence sequence)
                || sequence.elements().size() != keys.size()) {
            return binding.refuse(slot, slot.mismatch(schema.type()));
        }
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            bind(slot.element(i, sequence.elements().get(i)), keys.get(i).type())
                    .ifPresent(arguments::add);
        }
        return make(slot, schema, arguments);
    }

    private Optional<Object> bindVariant(Slot slot, Class<?> family) {
        if (slot.node() instanceof JsonValue.Deferred deferred
                && deferred.derived().isPresent()) {
            return bases.derive(slot, deferred.derived().get(), family)
                    .map(base -> new Slot(
                            base.path(),
                            new Overlay(binding.problems()).apply(base.node(), deferred.changes(), base.path())))
                    .flatMap(changed -> bind(changed, family));
        }
        List<String> names = registry.names(family);
        String word = Registry.nameOf(family);
        if (!(slot.node() instanceof JsonValue.Mapping mapping)) {
            String shown = slot.node() instanceof JsonValue.Text text && names.contains(text.value())
                    ? text.value()
                    : names.stream().findFirst().orElse("...");
            return binding.refuse(slot, "expected an object such as {\"type\": \"" + shown + "\"}" + slot.found());
        }
        if (Bases.isDerived(mapping)) {
            return bases.derive(slot, mapping, family).flatMap(derived -> bind(derived, family));
        }
        JsonValue.Entry type = mapping.entries().get(Registry.TYPE);
        if (type == null) {
            return binding.refuse(
                    slot, "missing key \"type\", which says what " + word + " it is. " + DidYouMean.among("", names));
        }
        Slot typeSlot = slot.key(Registry.TYPE, type.value());
        Optional<Object> name = bind(typeSlot, String.class);
        if (name.isEmpty()) {
            return name;
        }
        for (Variant variant : registry.variants(family)) {
            if (variant.name().equals(name.get())) {
                RecordSchema schema = RecordSchema.of(variant.type());
                List<String> allowed = Stream.concat(Stream.of(Registry.TYPE), schema.names().stream())
                        .toList();
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
                    : bind(given(slot.key(key.name(), entry.value()), key), key.type());
            value.ifPresent(arguments::add);
        }
        return make(slot, schema, arguments);
    }

    /** The value of a key; where only settings give it, the default with their changes. */
    private Slot given(Slot slot, Key key) {
        return slot.node() instanceof JsonValue.Deferred deferred
                        && deferred.derived().isEmpty()
                ? settled(slot, deferred, key.usual())
                : slot;
    }

    /** Refuses unknown keys; returns the known ones that they were probably meant to be. */
    private Set<String> refuseUnknown(Slot slot, JsonValue.Mapping mapping, List<String> allowed) {
        Set<String> meant = new LinkedHashSet<>();
        List<String> free = allowed.stream()
                .filter(name -> !mapping.entries().containsKey(name))
                .toList();
        mapping.entries().forEach((key, entry) -> {
            if (!allowed.contains(key)) {
                DidYouMean.guess(key, free).ifPresent(meant::add);
                String help = allowed.isEmpty() ? "No key is known here." : DidYouMean.among(key, allowed);
                String message = "unknown key \"" + key + "\". " + help;
                binding.problems().add(JsonPath.key(slot.path(), key), entry.keyPlace(), message);
            }
        });
        return meant;
    }

    /** The value of a key that was left out. */
    private Optional<Object> absent(Slot slot, Key key, Set<String> meant) {
        Optional<JsonValue> usual = key.usual();
        if (usual.isPresent()) {
            Binding own = binding.forDefault();
            Optional<Object> value = new TreeBinder(registry, own).bind(slot.key(key.name(), usual.get()), key.type());
            return Optional.of(value.orElseThrow(() -> new IllegalStateException("the default of " + key.inCode()
                    + " does not fit:\n" + new ConfigException(own.problems().inOrder()).getMessage())));
        }
        if (key.isOptional()) {
            return Optional.of(Optional.empty());
        }
        if (!meant.contains(key.name())) {
            String what = key.summary().orElseGet(() -> TypeWords.expected(key.type()));
            binding.refuse(slot, "missing key \"" + key.name() + "\": " + what);
        }
        return Optional.empty();
    }

    /** Calls a record's constructor, if all values are there, and places what it refuses. */
    private Optional<Object> make(Slot slot, RecordSchema schema, List<Object> arguments) {
        if (arguments.size() != schema.keys().size()) {
            return Optional.empty();
        }
        try {
            Record made = schema.constructor().newInstance(arguments.toArray());
            binding.found().paths().put(made, slot.path());
            return Optional.of(made);
        } catch (InvocationTargetException e) {
            return refused(slot, schema, Objects.requireNonNullElse(e.getCause(), e));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + schema.type().getName(), e);
        }
    }

    private Optional<Object> refused(Slot slot, RecordSchema schema, Throwable cause) {
        if (cause instanceof InvalidValueException invalid && schema.names().contains(KebabCase.of(invalid.name()))) {
            return binding.refuse(culprit(slot, schema, KebabCase.of(invalid.name())), invalid.reason());
        }
        if (cause instanceof ConfigException found) {
            found.problems().forEach(binding.problems()::add);
            return Optional.empty();
        }
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
            return binding.refuse(slot, String.valueOf(cause.getMessage()));
        }
        throw new IllegalStateException("the constructor of " + schema.type().getName() + " failed", cause);
    }

    /** The value that was refused; where it was left out, the object that lacks it. */
    private static Slot culprit(Slot slot, RecordSchema schema, String key) {
        if (slot.node() instanceof JsonValue.Sequence sequence) {
            int index = schema.names().indexOf(key);
            return slot.element(index, sequence.elements().get(index));
        }
        if (slot.node() instanceof JsonValue.Mapping mapping) {
            JsonValue.Entry entry = mapping.entries().get(key);
            return slot.key(key, entry == null ? slot.node() : entry.value());
        }
        return slot;
    }

    private static IllegalStateException unsupported(Slot slot, Type type) {
        return new IllegalStateException(
                slot.path() + " is of type " + type.getTypeName()
                        + ", which JSON cannot give. Use int, long, double, boolean, String, Instant, an enum, FileReference, FolderReference,"
                        + " Crop, SideRange, Size, Fragment, a record, a registered family, or List, Map<String, ...>, Optional or Draft of these.");
    }
}
