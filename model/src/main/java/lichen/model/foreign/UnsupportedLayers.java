package lichen.model.foreign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers what is not supported, to name it all at once: each thing with the layers that have it. */
public final class UnsupportedLayers {
    private static final int NAMED = 3;

    private final Map<String, List<String>> layersByReason = new LinkedHashMap<>();

    /** One thing that one layer has. */
    public void add(String reason, String layer) {
        layersByReason.computeIfAbsent(reason, key -> new ArrayList<>()).add(layer);
    }

    /**
     * Throws if there is anything.
     *
     * @param supported the kinds of layers that can be read
     * @param wayOut what to do about it, begun in lower case; empty if there is nothing else to be done
     */
    public void check(Collection<String> supported, String wayOut) throws UnreadableException {
        if (layersByReason.isEmpty()) {
            return;
        }
        String found = layersByReason.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + names(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
        throw new UnreadableException("has unsupported layers: " + found + "; supported are "
                + String.join(", ", supported) + ", with the settings of the module's README"
                + (wayOut.isEmpty() ? "" : "; " + wayOut));
    }

    private static String names(List<String> layers) {
        String first = layers.stream().limit(NAMED).collect(Collectors.joining(", "));
        return layers.size() <= NAMED ? first : first + " and " + (layers.size() - NAMED) + " more";
    }
}
