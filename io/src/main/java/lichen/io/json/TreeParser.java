package lichen.io.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Reads strict JSON into a tree whose every value knows its place. */
final class TreeParser {
    /** The key of a document that names its schema. */
    static final String SCHEMA = "$schema";

    private static final int DEEPEST = 100;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final JsonParser tokens;
    private final BiFunction<Integer, Integer, Place> placeAt;
    private final Problems problems;

    private TreeParser(JsonParser tokens, BiFunction<Integer, Integer, Place> placeAt, Problems problems) {
        this.tokens = tokens;
        this.placeAt = placeAt;
        this.problems = problems;
    }

    /**
     * Parses a text.
     *
     * @param placeAt what a line and a column of the text are called
     * @param problems receives keys given twice
     * @throws ConfigException if it is not JSON, with the place of the first fault
     */
    static JsonValue parse(String text, BiFunction<Integer, Integer, Place> placeAt, Problems problems) {
        try (JsonParser tokens = JSON.createParser(text)) {
            TreeParser parser = new TreeParser(tokens, placeAt, problems);
            try {
                return parser.root();
            } catch (JsonProcessingException e) {
                JsonLocation location = Objects.requireNonNullElse(e.getLocation(), tokens.currentLocation());
                throw new ConfigException(MalformedText.problem(e, parser.place(location)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses a text as {@link #parse} does, without the key that tells editors of a schema and means nothing to a reader.
     */
    static JsonValue document(String text, BiFunction<Integer, Integer, Place> placeAt, Problems problems) {
        JsonValue root = parse(text, placeAt, problems);
        return root instanceof JsonValue.Mapping mapping ? mapping.without(SCHEMA) : root;
    }

    private JsonValue root() throws IOException {
        if (tokens.nextToken() == null) {
            throw new ConfigException(new Problem(
                    JsonPath.ROOT, place(tokens.currentLocation()), "is empty. Write at least {}, or check the name"));
        }
        JsonValue root = value(JsonPath.ROOT);
        if (tokens.nextToken() != null) {
            throw new ConfigException(
                    new Problem(JsonPath.ROOT, here(), "there is more text after the end. Remove it"));
        }
        return root;
    }

    private JsonValue value(String path) throws IOException {
        Place place = here();
        JsonToken token = tokens.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(place, path);
            case START_ARRAY -> sequence(place, path);
            case VALUE_STRING -> new JsonValue.Text(place, tokens.getText());
            case VALUE_NUMBER_INT -> new JsonValue.Number(place, tokens.getText(), true);
            case VALUE_NUMBER_FLOAT -> new JsonValue.Number(place, tokens.getText(), false);
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Truth(place, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new JsonValue.Nothing(place);
            default -> throw new IllegalStateException("no JSON value begins with " + token);
        };
    }

    private JsonValue mapping(Place place, String path) throws IOException {
        Map<String, JsonValue.Entry> entries = new LinkedHashMap<>();
        while (tokens.nextToken() == JsonToken.FIELD_NAME) {
            String key = tokens.currentName();
            Place keyPlace = here();
            tokens.nextToken();
            String child = JsonPath.key(path, key);
            JsonValue.Entry entry = new JsonValue.Entry(keyPlace, value(child));
            JsonValue.Entry earlier = entries.putIfAbsent(key, entry);
            if (earlier != null) {
                problems.add(
                        child,
                        keyPlace,
                        "the key \"" + key + "\" was given before, at " + earlier.keyPlace()
                                + ". Remove one of the two.");
            }
        }
        return new JsonValue.Mapping(place, entries);
    }

    private JsonValue sequence(Place place, String path) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        while (tokens.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(JsonPath.element(path, elements.size())));
        }
        return new JsonValue.Sequence(place, elements);
    }

    private Place here() {
        return place(tokens.currentTokenLocation());
    }

    private Place place(JsonLocation location) {
        return placeAt.apply(location.getLineNr(), location.getColumnNr());
    }
}
