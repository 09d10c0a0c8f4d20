package lichen.io.json;

/** Spells where a value is in a document: {@code $.objective.layers[1]}. */
final class JsonPath {
    static final String ROOT = "$";

    private JsonPath() {}

    static String key(String parent, String key) {
        return key.matches("[\\w-]+") ? parent + "." + key : parent + "[\"" + key + "\"]";
    }

    static String element(String parent, int index) {
        return parent + "[" + index + "]";
    }

    /** The path of the enclosing object or list; the root's is the root. */
    static String parent(String path) {
        int end = path.endsWith("\"]") ? path.lastIndexOf("[\"") : lastStep(path);
        return end <= 0 ? ROOT : path.substring(0, end);
    }

    private static int lastStep(String path) {
        return Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    }
}
