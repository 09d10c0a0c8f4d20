package lichen.io.json;

import java.lang.invoke.MethodType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;

/** Makes numbers, truths, texts, times, choices and files of JSON values. */
final class ScalarBinder {
    private static final String BUNDLED = "bundled:";
    private static final Set<Class<?>> SCALARS = Set.of(
            int.class,
            long.class,
            double.class,
            boolean.class,
            String.class,
            Instant.class,
            FileReference.class,
            FolderReference.class);

    private final Binding binding;

    ScalarBinder(Binding binding) {
        this.binding = binding;
    }

    /** What a list or a map can hold only boxed. */
    static Class<?> unboxed(Class<?> type) {
        return MethodType.methodType(type).unwrap().returnType();
    }

    static boolean binds(Class<?> type) {
        return SCALARS.contains(type) || type.isEnum();
    }

    Optional<Object> bind(Slot slot, Class<?> type) {
        if (type == boolean.class) {
            return slot.node() instanceof JsonValue.Truth truth
                    ? Optional.of(truth.value())
                    : binding.refuse(slot, slot.mismatch(type));
        }
        if (type.isPrimitive()) {
            return slot.node() instanceof JsonValue.Number number
                    ? number(slot, number, type)
                    : binding.refuse(slot, slot.mismatch(type));
        }
        Optional<String> text = text(slot.node());
        if (text.isEmpty()) {
            return binding.refuse(slot, slot.mismatch(type));
        }
        if (type == String.class) {
            binding.found().words().put(slot.path(), text.get());
            return Optional.of(text.get());
        }
        if (type == Instant.class) {
            return time(slot, text.get());
        }
        if (type == FileReference.class) {
            return file(slot, text.get());
        }
        return type == FolderReference.class ? folder(slot, text.get()) : constant(slot, text.get(), type);
    }

    /** A text; on the command line, where nobody writes quotes, also what looks like a number. */
    private static Optional<String> text(JsonValue node) {
        if (node instanceof JsonValue.Text text) {
            return Optional.of(text.value());
        }
        if (node.place() instanceof Place.OnCommandLine
                && (node instanceof JsonValue.Number || node instanceof JsonValue.Truth)) {
            return Optional.of(node.inWords());
        }
        return Optional.empty();
    }

    private Optional<Object> number(Slot slot, JsonValue.Number number, Class<?> type) {
        if (type == double.class) {
            double value = Double.parseDouble(number.literal());
            return Double.isFinite(value)
                    ? Optional.of(value)
                    : binding.refuse(slot, "must be at most 1.7e308 in size, but is " + number.literal());
        }
        if (!number.whole()) {
            return binding.refuse(slot, slot.mismatch(type));
        }
        try {
            return type == int.class
                    ? Optional.of(Integer.parseInt(number.literal()))
                    : Optional.of(Long.parseLong(number.literal()));
        } catch (NumberFormatException e) {
            String limits = type == int.class
                    ? Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
                    : Long.MIN_VALUE + " to " + Long.MAX_VALUE;
            return binding.refuse(slot, "must be a whole number from " + limits + ", but is " + number.literal());
        }
    }

    private Optional<Object> time(Slot slot, String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return binding.refuse(slot, slot.mismatch(Instant.class));
        }
    }

    private Optional<Object> file(Slot slot, String name) {
        if (name.isBlank() || name.equals(BUNDLED)) {
            return binding.refuse(slot, "must be a path or bundled:<name>, but is empty");
        }
        if (name.startsWith(BUNDLED)) {
            return noted(slot, new FileReference(name));
        }
        return path(slot, name).flatMap(path -> noted(slot, FileReference.to(path)));
    }

    private Optional<Object> noted(Slot slot, FileReference file) {
        binding.found().files().put(slot.path(), file);
        return Optional.of(file);
    }

    private Optional<Object> folder(Slot slot, String name) {
        if (name.isBlank()) {
            return binding.refuse(slot, "must be the path of a folder, but is empty");
        }
        return path(slot, name).map(path -> {
            FolderReference folder = FolderReference.to(path);
            binding.found().folders().put(slot.path(), folder);
            return folder;
        });
    }

    /** A path as the user means it. */
    private Optional<Path> path(Slot slot, String name) {
        try {
            return Optional.of(binding.startOfPaths(slot.node().place()).resolve(name));
        } catch (InvalidPathException e) {
            return binding.refuse(slot, "is not a path of this system: " + e.getReason());
        }
    }

    private Optional<Object> constant(Slot slot, String name, Class<?> type) {
        List<String> names = TypeWords.choices(type);
        int index = names.indexOf(name);
        if (index >= 0) {
            return Optional.of(type.getEnumConstants()[index]);
        }
        return binding.refuse(slot, "unknown choice \"" + name + "\". " + DidYouMean.among(name, names));
    }
}
