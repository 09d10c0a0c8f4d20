package lichen.io.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Spells where a value is in a document: {@code $.objective.layers[1]}. */
final class JsonPath {
    static final String ROOT = "$";

    private static final Pattern STEP =
            Pattern.compile("\\[(?<index>\\d+)]|\\[\"(?<quoted>[^\"]+)\"]|\\.?(?<key>[^.\\[\\]\"]+)");

    private static final Pattern PLAIN = Pattern.compile("[\\w-]+");

    private JsonPath() {}

    static String key(String parent, String key) {
        return PLAIN.matcher(key).matches() ? parent + "." + key : parent + "[\"" + key + "\"]";
    }

    static String element(String parent, int index) {
        return parent + "[" + index + "]";
    }

    /**
     * Takes a way apart, written as messages spell it or shorter: {@code $.objective.layers[0]}, {@code objective.layers.0},
     * {@code weights["a.b"]}.
     *
     * @return keys of objects, and numbers of list elements from 0; nothing if it is no way
     */
    static Optional<List<String>> keys(String way) {
        String rest = way.strip().replaceFirst("^\\$(?=[.\\[])", "");
        boolean rooted = rest.length() < way.strip().length();
        Matcher step = STEP.matcher(rest);
        List<String> keys = new ArrayList<>();
        for (int at = 0; at < rest.length(); at = step.end()) {
            if (!step.region(at, rest.length()).lookingAt() || !isJoined(step, at > 0 || rooted)) {
                return Optional.empty();
            }
            keys.add(Stream.of("index", "quoted", "key")
                    .map(step::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow());
        }
        return keys.isEmpty() || keys.stream().anyMatch(String::isBlank) ? Optional.empty() : Optional.of(keys);
    }

    /** Whether a dot stands before a key, unless it is the first. */
    private static boolean isJoined(Matcher step, boolean further) {
        return step.group("key") == null || step.group().startsWith(".") == further;
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
