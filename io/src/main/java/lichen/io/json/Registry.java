package lichen.io.json;

import com.google.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lichen.core.plugin.Family;
import lichen.core.plugin.Variant;

/** All variants of all families, as the modules and plug-ins on the class path registered them. */
public final class Registry {
    /** The key that names a variant. */
    static final String TYPE = "type";

    private final Map<Class<?>, Map<String, Variant>> families = new LinkedHashMap<>();

    /**
     * Files the variants.
     *
     * @throws IllegalStateException if two of a family have the same name, or one has a key {@code type}
     */
    @Inject
    Registry(Set<Variant> variants) {
        for (Variant variant : variants) {
            add(variant);
        }
    }

    private void add(Variant variant) {
        Variant earlier = families.computeIfAbsent(variant.family(), family -> new TreeMap<>())
                .put(variant.name(), variant);
        if (earlier != null) {
            throw new IllegalStateException("two variants of " + nameOf(variant.family()) + " are called \""
                    + variant.name() + "\": " + earlier.type().getName() + " and "
                    + variant.type().getName());
        }
        if (RecordSchema.of(variant.type()).key(TYPE).isPresent()) {
            throw new IllegalStateException(variant.type().getName()
                    + " has a component \"type\", but that key names the variant: rename the component");
        }
    }

    /** The families that have a variant, by name. */
    public List<Class<?>> families() {
        return families.keySet().stream()
                .sorted(Comparator.comparing(Registry::nameOf))
                .toList();
    }

    /** Whether a type is a family that has a variant. */
    public boolean isFamily(Class<?> type) {
        return families.containsKey(type);
    }

    /** The family that a record's class is a variant of; the first, if it is one of several. */
    public Optional<Class<?>> familyOf(Class<?> type) {
        return families().stream()
                .filter(family -> variants(family).stream().anyMatch(variant -> variant.type() == type))
                .findFirst();
    }

    /** The variants of a family, by name; none if nobody registered one. */
    public List<Variant> variants(Class<?> family) {
        return List.copyOf(families.getOrDefault(family, Map.of()).values());
    }

    /** The names of the variants of a family. */
    public List<String> names(Class<?> family) {
        return variants(family).stream().map(Variant::name).toList();
    }

    /**
     * The name of a record's class in a family.
     *
     * @throws IllegalStateException if it is not registered there
     */
    public String nameOf(Class<?> family, Class<? extends Record> type) {
        return variants(family).stream()
                .filter(variant -> variant.type() == type)
                .map(Variant::name)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        type.getName() + " is not registered as a variant of " + nameOf(family)));
    }

    /** What users call a family: the word of {@link Family}, or the interface's name in kebab case. */
    public static String nameOf(Class<?> family) {
        Family word = family.getAnnotation(Family.class);
        return word == null ? KebabCase.of(family.getSimpleName()) : word.value();
    }
}
