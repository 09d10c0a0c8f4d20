package lichen.app.experiment.map;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of photographs that are short enough for a legend. */
final class SourceNames {
    private SourceNames() {}

    /** By each name the last part of it, without its folders; the whole name where two end alike. */
    static Map<String, String> shortened(Collection<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        Map<String, String> shortened = new LinkedHashMap<>();
        for (String name : distinct) {
            String last = last(name);
            long alike =
                    distinct.stream().filter(other -> last(other).equals(last)).count();
            shortened.put(name, alike == 1 ? last : name);
        }
        return shortened;
    }

    private static String last(String name) {
        return name.substring(
                Math.max(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')), name.lastIndexOf(':')) + 1);
    }
}
