package lichen.io.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes values as JSON: numbers as they were read. */
final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    /** On one line. */
    static String of(JsonValue value) {
        return text(value, new MinimalPrettyPrinter());
    }

    /** On as many lines as read well, indented by two, with a line feed at the end. */
    static String indented(JsonValue value) {
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        return text(value, new DefaultPrettyPrinter(separators).withObjectIndenter(new DefaultIndenter("  ", "\n")))
                + "\n";
    }

    private static String text(JsonValue value, PrettyPrinter printer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).setPrettyPrinter(printer)) {
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonValue value, JsonGenerator json) throws IOException {
        if (value instanceof JsonValue.Mapping mapping) {
            json.writeStartObject();
            for (Map.Entry<String, JsonValue.Entry> entry : mapping.entries().entrySet()) {
                json.writeFieldName(entry.getKey());
                write(entry.getValue().value(), json);
            }
            json.writeEndObject();
        } else if (value instanceof JsonValue.Sequence sequence) {
            json.writeStartArray();
            for (JsonValue element : sequence.elements()) {
                write(element, json);
            }
            json.writeEndArray();
        } else if (value instanceof JsonValue.Text text) {
            json.writeString(text.value());
        } else if (value instanceof JsonValue.Number number) {
            json.writeNumber(number.literal());
        } else if (value instanceof JsonValue.Truth truth) {
            json.writeBoolean(truth.value());
        } else {
            json.writeNull();
        }
    }
}
