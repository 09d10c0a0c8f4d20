package lichen.io.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.google.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
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
    private static final JsonFactory JSON = new JsonFactory();

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
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter);
        try (JsonGenerator json = JSON.createGenerator(text).setPrettyPrinter(printer)) {
            writeValue(json, value, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private void writeValue(JsonGenerator json, Object value, Type type) throws IOException {
        if (value instanceof FileReference file) {
            json.writeString(naming.file(file));
        } else if (value instanceof FolderReference folder) {
            json.writeString(naming.folder(folder));
        } else if (value instanceof Draft<?> draft) {
            writeValue(json, draft.value(), argument(type, 0));
        } else if (value instanceof Fragment fragment) {
            JsonText.write(fragment.node(), json);
        } else if (value instanceof Record part) {
            writeRecord(json, part, type);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                writeValue(json, element, argument(type, 0));
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                writeValue(json, entry.getValue(), argument(type, 1));
            }
            json.writeEndObject();
        } else {
            writeScalar(json, value);
        }
    }

    private static void writeScalar(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Enum<?> constant) {
            json.writeString(KebabCase.of(constant.name()));
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                throw new IllegalStateException("JSON has no way to write the number " + number);
            }
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            throw new IllegalStateException(
                    "JSON cannot give a " + value.getClass().getName());
        }
    }

    private void writeRecord(JsonGenerator json, Record part, Type type) throws IOException {
        RecordSchema schema = RecordSchema.of(part.getClass());
        if (RecordSchema.isPositional(part.getClass())) {
            json.writeStartArray();
            for (RecordSchema.Key key : schema.keys()) {
                writeValue(json, component(key, part), key.type());
            }
            json.writeEndArray();
            return;
        }
        json.writeStartObject();
        if (type instanceof Class<?> family && registry.isFamily(family)) {
            json.writeStringField(Registry.TYPE, registry.nameOf(family, part.getClass()));
        }
        for (RecordSchema.Key key : schema.keys()) {
            Object value = component(key, part);
            Type valueType = key.type();
            if (value instanceof Optional<?> optional) {
                if (optional.isEmpty()) {
                    continue;
                }
                value = optional.get();
                valueType = argument(valueType, 0);
            }
            json.writeFieldName(key.name());
            writeValue(json, value, valueType);
        }
        json.writeEndObject();
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
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
