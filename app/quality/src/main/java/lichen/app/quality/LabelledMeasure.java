package lichen.app.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lichen.io.json.Registry;

/**
 * A measure under the name that tables give it.
 *
 * @param label the name; each occurs once in a table
 * @param measure what is measured
 */
public record LabelledMeasure(String label, Measure measure) {
    /** Measures under the names of their types; of several of one name, the second and those after it with their number. */
    public static List<LabelledMeasure> of(Registry registry, List<Measure> measures) {
        Map<String, Integer> times = new HashMap<>();
        return measures.stream()
                .distinct()
                .map(measure -> {
                    String name = measure.label(registry.nameOf(Measure.class, type(measure)));
                    int time = times.merge(name, 1, Integer::sum);
                    return new LabelledMeasure(time == 1 ? name : name + " (" + time + ")", measure);
                })
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
