package lichen.app.quality;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Variant;
import lichen.io.json.Registry;

/**
 * Which measures a method has optimised itself, so that they say nothing about it: those that are called like a part of its
 * experiment (the statistic {@code spectrum} and the measure {@code spectrum}), and those that look through the same network
 * file.
 */
public final class OptimisedMeasures {
    private OptimisedMeasures() {}

    /**
     * The labels of such measures.
     *
     * @param method the method's experiment
     */
    public static Set<String> of(Record method, List<LabelledMeasure> measures, Registry registry) {
        List<Object> parts = parts(method);
        Set<String> labels = new LinkedHashSet<>();
        for (LabelledMeasure measure : measures) {
            if (isIn(parts, measure, registry)) {
                labels.add(measure.label());
            }
        }
        return labels;
    }

    private static boolean isIn(List<Object> parts, LabelledMeasure measure, Registry registry) {
        Set<String> measured = names(measure.measure(), registry);
        Set<Object> files = new LinkedHashSet<>(parts(measure.measure()));
        files.removeIf(part -> !(part instanceof FileReference));
        return parts.stream()
                .anyMatch(part ->
                        files.contains(part) || names(part, registry).stream().anyMatch(measured::contains));
    }

    /** The names of a part's type in all families. */
    private static Set<String> names(Object part, Registry registry) {
        Set<String> names = new LinkedHashSet<>();
        for (Class<?> family : registry.families()) {
            for (Variant variant : registry.variants(family)) {
                if (variant.type() == part.getClass()) {
                    names.add(variant.name());
                }
            }
        }
        return names;
    }

    /** A value and all that it is made of. */
    private static List<Object> parts(Object value) {
        List<Object> parts = new ArrayList<>(List.of(value));
        if (value instanceof FileReference) {
            return parts;
        }
        if (value instanceof Record part) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                parts.addAll(parts(component(part, component)));
            }
        } else if (value instanceof Iterable<?> list) {
            list.forEach(element -> parts.addAll(parts(element)));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(element -> parts.addAll(parts(element)));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(element -> parts.addAll(parts(element)));
        }
        return parts;
    }

    private static Object component(Record part, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(part);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
