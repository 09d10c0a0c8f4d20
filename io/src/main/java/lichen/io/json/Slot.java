package lichen.io.json;

/**
 * A value to be bound.
 *
 * @param path where it is in the document
 * @param node the value
 */
record Slot(String path, JsonValue node) {
    Slot key(String key, JsonValue value) {
        return new Slot(JsonPath.key(path, key), value);
    }

    Slot element(int index, JsonValue value) {
        return new Slot(JsonPath.element(path, index), value);
    }
}
