package lichen.io.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lichen.core.image.Crop;
import lichen.core.image.Offset;
import lichen.core.image.SideRange;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;

/** Names types for people who do not read Java. */
final class TypeWords {
    private static final Map<Class<?>, String> PLAIN = Map.ofEntries(
            Map.entry(int.class, "whole number"),
            Map.entry(long.class, "whole number"),
            Map.entry(double.class, "number"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(String.class, "text"),
            Map.entry(Instant.class, "time such as 2026-01-31T12:00:00Z"),
            Map.entry(FileReference.class, "file"),
            Map.entry(FolderReference.class, "folder"),
            Map.entry(Crop.class, "[x, y, width, height]"),
            Map.entry(Offset.class, "[x, y]"),
            Map.entry(SideRange.class, "[least, most]"),
            Map.entry(Size.class, "[width, height]"));

    private TypeWords() {}

    /** A type without an article: {@code list of whole numbers}. */
    static String of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            String last = of(arguments[arguments.length - 1]);
            if (generic.getRawType() == List.class) {
                return "list of " + plural(last);
            }
            return generic.getRawType() == Map.class ? "object of " + plural(last) + " by name" : last;
        }
        Class<?> plain = ScalarBinder.unboxed((Class<?>) type);
        if (plain == Fragment.class) {
            return "value";
        }
        if (plain.isEnum()) {
            return "one of " + String.join(", ", choices(plain));
        }
        String word = PLAIN.get(plain);
        if (word != null) {
            return word;
        }
        return plain.isRecord() ? "object" : Registry.nameOf(plain);
    }

    /** A type as the object of "expected": {@code a whole number}. */
    static String expected(Type type) {
        String word = of(type);
        if (word.matches("\\[.*|one of .*|true .*|text")) {
            return word;
        }
        return (word.matches("[aeiou].*") ? "an " : "a ") + word;
    }

    private static String plural(String word) {
        boolean phrase = word.matches("\\[.*|(one|list|object) of .*|true .*");
        return phrase ? word : word + "s";
    }

    /** The constants of an enum as users write them. */
    static List<String> choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> KebabCase.of(((Enum<?>) constant).name()))
                .toList();
    }
}
