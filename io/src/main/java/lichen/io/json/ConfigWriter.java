package lichen.io.json;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;

/**
 * Writes records as the JSON that reads back to equal ones: every key in the order of the components, defaults filled in,
 * empty optionals left out.
 */
public final class ConfigWriter {
    private static final Place WRITTEN = new Place.InProgram();

    private final Registry registry;
    private final Naming naming;

    @Inject
    ConfigWriter(Registry registry) {
        this(registry, new Naming() {
            @Override
            public String file(FileReference file) {
                return file.name();
            }

            @Override
            public String folder(FolderReference folder) {
                return folder.name();
            }
        });
    }

    private ConfigWriter(Registry registry, Naming naming) {
        this.registry = registry;
        this.naming = naming;
    }

    /** What stands in the JSON for files and folders. Two methods, since a folder is no file. */
    public interface Naming {
        /** What stands for a file. */
        String file(FileReference file) throws IOException;

        /** What stands for a folder. */
        String folder(FolderReference folder) throws IOException;
    }

    /**
     * A writer of what only looks like a config: files and folders stand in it by other names, by their contents for one. Equal
     * records whose files have equal names are written alike.
     */
    public static ConfigWriter naming(Registry registry, Naming naming) {
        return new ConfigWriter(registry, naming);
    }

    /**
     * Writes a record.
     *
     * @param value the record
     * @param type the family that it is a variant of, or its own class
     * @return JSON, indented by two, with a line feed at the end
     * @throws UncheckedIOException if a file cannot be named
     * @throws IllegalStateException if it holds a number that is not finite, or a variant that is not registered
     */
    public String write(Record value, Class<?> type) {
        return JsonText.indented(tree(value, type));
    }

    /** A value as the tree that it would be read from. */
    JsonValue tree(Object value, Class<?> type) {
        try {
            return node(value, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonValue node(Object value, Type type) throws IOException {
        if (value instanceof FileReference file) {
            return new JsonValue.Text(WRITTEN, naming.file(file));
        }
        if (value instanceof FolderReference folder) {
            return new JsonValue.Text(WRITTEN, naming.folder(folder));
        }
        if (value instanceof Draft<?> draft) {
            return node(draft.value(), argument(type, 0));
        }
        if (value instanceof Fragment fragment) {
            return fragment.node();
        }
        if (value instanceof Record part) {
            return RecordSchema.isPositional(part.getClass()) ? positional(part) : mapping(part, type);
        }
        if (value instanceof List<?> list) {
            List<JsonValue> elements = new ArrayList<>();
            for (Object element : list) {
                elements.add(node(element, argument(type, 0)));
            }
            return new JsonValue.Sequence(WRITTEN, elements);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, JsonValue.Entry> entries = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                entries.put((String) entry.getKey(), entry(node(entry.getValue(), argument(type, 1))));
            }
            return new JsonValue.Mapping(WRITTEN, entries);
        }
        return scalar(value);
    }

    private static JsonValue scalar(Object value) {
        if (value instanceof Enum<?> constant) {
            return new JsonValue.Text(WRITTEN, KebabCase.of(constant.name()));
        }
        if (value instanceof String || value instanceof Instant) {
            return new JsonValue.Text(WRITTEN, value.toString());
        }
        if (value instanceof Boolean truth) {
            return new JsonValue.Truth(WRITTEN, truth);
        }
        if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                throw new IllegalStateException("JSON has no way to write the number " + number);
            }
            return new JsonValue.Number(WRITTEN, number.toString(), false);
        }
        if (value instanceof Number number) {
            return new JsonValue.Number(WRITTEN, number.toString(), true);
        }
        throw new IllegalStateException("JSON cannot give a " + value.getClass().getName());
    }

    private JsonValue positional(Record part) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        for (RecordSchema.Key key : RecordSchema.of(part.getClass()).keys()) {
            elements.add(node(component(key, part), key.type()));
        }
        return new JsonValue.Sequence(WRITTEN, elements);
    }

    private JsonValue mapping(Record part, Type type) throws IOException {
        Map<String, JsonValue.Entry> entries = new LinkedHashMap<>();
        if (type instanceof Class<?> family && registry.isFamily(family)) {
            String name = registry.nameOf(family, part.getClass());
            entries.put(Registry.TYPE, entry(new JsonValue.Text(WRITTEN, name)));
        }
        for (RecordSchema.Key key : RecordSchema.of(part.getClass()).keys()) {
            Object value = component(key, part);
            if (!(value instanceof Optional<?> optional)) {
                entries.put(key.name(), entry(node(value, key.type())));
            } else if (optional.isPresent()) {
                entries.put(key.name(), entry(node(optional.orElseThrow(), argument(key.type(), 0))));
            }
        }
        return new JsonValue.Mapping(WRITTEN, entries);
    }

    private static JsonValue.Entry entry(JsonValue value) {
        return new JsonValue.Entry(WRITTEN, value);
    }

    /** What a list or a map is said to hold; nobody says it of a program's own values. */
    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[index] : Object.class;
    }

    private static Object component(RecordSchema.Key key, Record part) {
        try {
            key.component().getAccessor().setAccessible(true);
            return key.component().getAccessor().invoke(part);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + key.inCode(), e);
        }
    }
}
