package lichen.model.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A JSON object of which every key must be asked for, and everything asked for must be there and fit. */
final class StoredObject {
    private final String place;
    private final JsonNode json;
    private final Set<String> known = new HashSet<>();

    StoredObject(String place, JsonNode json) {
        this.place = place;
        this.json = json;
    }

    JsonNode take(String key) {
        return optional(key).orElseThrow(() -> refusal(place + " lacks the key " + key));
    }

    Optional<JsonNode> optional(String key) {
        known.add(key);
        return json.has(key) ? Optional.of(json.path(key)) : Optional.empty();
    }

    String text(String key) {
        return take(key).asText();
    }

    int whole(String key, int least, String needed) {
        return whole(take(key), least, needed);
    }

    List<Integer> wholes(String key, int count, int least, String needed) {
        JsonNode array = take(key);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(whole(array.path(i), least, needed));
        }
        return numbers;
    }

    Optional<Double> positive(String key, String needed) {
        return optional(key).map(number -> {
            if (!number.isNumber() || !(number.doubleValue() > 0)) {
                throw refusal(place + " needs " + needed + " above 0, found " + number);
            }
            return number.doubleValue();
        });
    }

    FormatException unknown(String key) {
        return refusal(place + " has the unknown " + key + " " + json.path(key));
    }

    /** Refuses keys that nobody asked for. */
    void end() {
        for (var entry : json.properties()) {
            if (!known.contains(entry.getKey())) {
                throw refusal(place + " has the unknown key " + entry.getKey());
            }
        }
    }

    private int whole(JsonNode number, int least, String needed) {
        if (!number.isInt() || number.intValue() < least) {
            throw refusal(place + " needs " + needed + " of at least " + least + ", found " + number);
        }
        return number.intValue();
    }

    static FormatException refusal(String reason) {
        return new FormatException(reason + "; write the file again");
    }
}
