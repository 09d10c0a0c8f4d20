package lichen.io.json;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lichen.core.check.InvalidValueException;

/** Calls constructors, and places what they refuse. */
final class Construction {
    private final Binding binding;

    Construction(Binding binding) {
        this.binding = binding;
    }

    Optional<Object> make(Slot slot, RecordSchema schema, List<Object> arguments) {
        try {
            Record made = schema.constructor().newInstance(arguments.toArray());
            binding.paths().put(made, slot.path());
            return Optional.of(made);
        } catch (InvocationTargetException e) {
            return refused(slot, schema, Objects.requireNonNullElse(e.getCause(), e));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + schema.type().getName(), e);
        }
    }

    private Optional<Object> refused(Slot slot, RecordSchema schema, Throwable cause) {
        if (cause instanceof InvalidValueException invalid) {
            return schema.names().contains(KebabCase.of(invalid.name()))
                    ? binding.refuse(culprit(slot, schema, KebabCase.of(invalid.name())), invalid.reason())
                    : binding.refuse(slot, String.valueOf(invalid.getMessage()));
        }
        if (cause instanceof IllegalArgumentException invalid && invalid.getMessage() != null) {
            return binding.refuse(slot, String.valueOf(invalid.getMessage()));
        }
        throw new IllegalStateException("the constructor of " + schema.type().getName() + " failed", cause);
    }

    /** The value that was refused; where it was left out, the object that lacks it. */
    private Slot culprit(Slot slot, RecordSchema schema, String key) {
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
}
