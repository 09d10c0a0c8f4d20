package lichen.io.json;

import com.google.inject.Inject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lichen.core.plugin.Summary;
import lichen.core.plugin.Variant;

/** Describes everything that a config may say, for people. */
public final class Catalogue {
    private final Registry registry;

    @Inject
    Catalogue(Registry registry) {
        this.registry = registry;
    }

    /**
     * A family of variants.
     *
     * @param name what users call it
     * @param summary one line; empty if nobody wrote it
     * @param variants its variants, by name
     */
    public record FamilyEntry(String name, String summary, List<VariantEntry> variants) {}

    /**
     * A variant.
     *
     * @param name the value of the key {@code type}
     * @param summary one line; empty if nobody wrote it
     * @param keys its keys, in order
     */
    public record VariantEntry(String name, String summary, List<KeyEntry> keys) {}

    /**
     * A key of a variant.
     *
     * @param name the key; a dot leads into an object, {@code []} into the elements of a list
     * @param type what it takes, in words
     * @param required whether it must be given
     * @param defaultText the JSON that stands for it where it is left out
     * @param summary one line; empty if nobody wrote it
     */
    public record KeyEntry(String name, String type, boolean required, Optional<String> defaultText, String summary) {}

    /** All families, by name. */
    public List<FamilyEntry> families() {
        return registry.families().stream().map(this::describe).toList();
    }

    private FamilyEntry describe(Class<?> family) {
        return new FamilyEntry(
                Registry.nameOf(family),
                summary(family),
                registry.variants(family).stream().map(Catalogue::describe).toList());
    }

    private static VariantEntry describe(Variant variant) {
        return new VariantEntry(
                variant.name(),
                summary(variant.type()),
                keys("", variant.type(), new HashSet<>()).toList());
    }

    private static String summary(Class<?> type) {
        Summary summary = type.getAnnotation(Summary.class);
        return summary == null ? "" : summary.value();
    }

    /** The keys of a record, and those of records in it; a record inside itself is not opened again. */
    private static Stream<KeyEntry> keys(String prefix, Class<? extends Record> type, Set<Class<?>> open) {
        if (!open.add(type)) {
            return Stream.empty();
        }
        List<KeyEntry> entries = RecordSchema.of(type).keys().stream()
                .flatMap(key ->
                        Stream.concat(Stream.of(describe(prefix, key)), inside(prefix + key.name(), key.type(), open)))
                .toList();
        open.remove(type);
        return entries.stream();
    }

    private static KeyEntry describe(String prefix, RecordSchema.Key key) {
        return new KeyEntry(
                prefix + key.name(),
                TypeWords.of(key.type()),
                key.defaultText().isEmpty() && !key.isOptional(),
                key.defaultText(),
                key.summary().orElse(""));
    }

    private static Stream<KeyEntry> inside(String name, Type type, Set<Class<?>> open) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            boolean one = generic.getRawType() == Optional.class || generic.getRawType() == Draft.class;
            String element = one ? name : name + "[]";
            return inside(element, arguments[arguments.length - 1], open);
        }
        Class<?> plain = (Class<?>) type;
        boolean object = plain.isRecord() && !RecordSchema.isPositional(plain) && !ScalarBinder.binds(plain);
        return object ? keys(name + ".", plain.asSubclass(Record.class), open) : Stream.empty();
    }
}
