package lichen.model.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The keys of a JSON object: exactly those of the format. */
final class Keys {
    private Keys() {}

    /** Checks that there is no other and none is missing. */
    static void check(String place, JsonNode object, Set<String> expected) throws FormatException {
        for (String key : expected) {
            if (!object.has(key)) {
                throw new FormatException(place + " lacks the key " + key + "; write the file again");
            }
        }
        for (var entry : object.properties()) {
            if (!expected.contains(entry.getKey())) {
                throw new FormatException(place + " has the unknown key " + entry.getKey() + "; write the file again");
            }
        }
    }
}
