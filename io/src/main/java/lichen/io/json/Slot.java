package lichen.io.json;

/**
 * A value to be bound.
 *
 * @param path where it is in the document
 * @param node the value
 */
record Slot(String path, Node node) {
    Slot key(String key, Node value) {
        return new Slot(JsonPath.key(path, key), value);
    }

    Slot element(int index, Node value) {
        return new Slot(JsonPath.element(path, index), value);
    }
}
