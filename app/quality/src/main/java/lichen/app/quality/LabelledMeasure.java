package lichen.app.quality;

import java.util.List;
import java.util.stream.Stream;
import lichen.io.json.Registry;

/**
 * A measure under the name that tables give it.
 *
 * @param label the name; each occurs once in a table
 * @param measure what is measured
 */
public record LabelledMeasure(String label, Measure measure) {
    /** Measures under the names of their types. */
    public static List<LabelledMeasure> of(Registry registry, List<Measure> measures) {
        return measures.stream()
                .map(measure ->
                        new LabelledMeasure(measure.label(registry.nameOf(Measure.class, type(measure))), measure))
                .distinct()
                .toList();
    }

    /** Those of a kind. */
    static Stream<LabelledMeasure> ofKind(Kind kind, List<LabelledMeasure> measures) {
        return measures.stream().filter(entry -> entry.measure().kind() == kind);
    }

    private static Class<? extends Record> type(Measure measure) {
        return measure.getClass().asSubclass(Record.class);
    }
}
