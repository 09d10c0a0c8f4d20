package lichen.app.quality;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lichen.core.feature.Statistic;
import lichen.core.plugin.FileReference;

/**
 * Which measures of quality a method has optimised, so that they say nothing about it: those that read a statistic which the
 * method makes alike in image and photograph, and those that look through a file of weights which it names.
 */
public final class SharedMeasures {
    private SharedMeasures() {}

    /**
     * The labels of such measures.
     *
     * @param statistics what the method makes alike
     * @param method its experiment, without measures of its own
     */
    public static Set<String> of(Set<Statistic> statistics, Record method, List<LabelledMeasure> measures) {
        Set<FileReference> files = files(method);
        return LabelledMeasure.ofKind(Kind.QUALITY, measures)
                .filter(entry -> Statistic.isShared(statistics, entry.measure().statistics())
                        || files(entry.measure()).stream().anyMatch(files::contains))
                .map(LabelledMeasure::label)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The files that a value names, wherever in it. */
    private static Set<FileReference> files(Object value) {
        Set<FileReference> files = new LinkedHashSet<>();
        if (value instanceof FileReference file) {
            files.add(file);
        } else if (value instanceof Record part) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                files.addAll(files(component(part, component)));
            }
        } else if (value instanceof Iterable<?> list) {
            list.forEach(element -> files.addAll(files(element)));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(element -> files.addAll(files(element)));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(element -> files.addAll(files(element)));
        }
        return files;
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
