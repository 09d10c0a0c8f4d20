package lichen.io.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes Java values of JSON values, as a type asks. */
final class TreeBinder {
    private final Binding binding;
    private final ScalarBinder scalars;
    private final RecordBinder records;

    TreeBinder(Registry registry, Binding binding) {
        this.binding = binding;
        this.scalars = new ScalarBinder(binding);
        this.records = new RecordBinder(registry, binding, this);
    }

    /**
     * Makes a value.
     *
     * @return the value, or nothing where problems were noted
     * @throws IllegalStateException if a record has a component of a type that JSON cannot give
     */
    Optional<Object> bind(Slot slot, Type type) {
        binding.nodes().put(slot.path(), slot.node());
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
        if (plain.isRecord()) {
            return records.bind(slot, plain.asSubclass(Record.class));
        }
        if (plain.isInterface()) {
            return records.bindVariant(slot, plain);
        }
        throw unsupported(slot, type);
    }

    private Optional<Object> bindGeneric(Slot slot, ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return bind(slot, arguments[0]).map(Optional::of);
        }
        if (type.getRawType() == List.class) {
            return bindList(slot, arguments[0]);
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return bindMap(slot, type, arguments[1]);
        }
        throw unsupported(slot, type);
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
            return binding.refuse(
                    slot,
                    "expected " + TypeWords.expected(type) + ", found "
                            + slot.node().inWords());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            Slot child = slot.key(key, entry.value());
            binding.words().put(child.path(), key);
            bind(child, valueType).ifPresent(value -> values.put(key, value));
        });
        return values.size() == mapping.entries().size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    private static IllegalStateException unsupported(Slot slot, Type type) {
        return new IllegalStateException(
                slot.path() + " is of type " + type.getTypeName()
                        + ", which JSON cannot give. Use int, long, double, boolean, String, an enum, FileReference, FolderReference,"
                        + " Crop, SideRange, Size, a record, a registered family, or List, Map<String, ...> or Optional of these.");
    }
}
