package lichen.io.json;

import java.lang.reflect.Type;

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

    /** What is wrong with a value of another type. */
    String mismatch(Type type) {
        return "expected " + TypeWords.expected(type) + found();
    }

    /** The end of a sentence that says what should be there. */
    String found() {
        return ", found " + node.inWords();
    }
}
