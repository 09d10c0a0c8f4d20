package lichen.io.json;

import java.util.stream.Collectors;

/**
 * A piece of a config as it was written, to stand where only later is known what is expected: a value of an axis, which is put into
 * a {@link Draft}. What is wrong with it is told where it was written.
 */
public final class Fragment {
    private final JsonValue node;

    Fragment(JsonValue node) {
        this.node = node;
    }

    JsonValue node() {
        return node;
    }

    /** What it is, in a few characters of a file name: {@code 4}, {@code gram}; of an object its type, if it has one. */
    public String label() {
        return label(node).replaceAll("[^\\p{L}\\p{N}_.-]+", "-");
    }

    private static String label(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return text.value();
        }
        if (value instanceof JsonValue.Mapping mapping) {
            return mapping.text(Registry.TYPE).orElse("object");
        }
        if (value instanceof JsonValue.Sequence sequence) {
            return sequence.elements().stream().map(Fragment::label).collect(Collectors.joining("-"));
        }
        return value.inWords();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fragment fragment && JsonText.of(fragment.node).equals(JsonText.of(node));
    }

    @Override
    public int hashCode() {
        return JsonText.of(node).hashCode();
    }

    /** As JSON. */
    @Override
    public String toString() {
        return JsonText.of(node);
    }
}
