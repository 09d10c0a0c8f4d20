package lichen.model.foreign;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The kinds of layers that a reader of files knows.
 *
 * @param <K> reads a layer of one kind
 * @param kinds by their names in the files
 * @param merges the kinds that read several layers; all others read one
 */
public record LayerCatalogue<K>(Map<String, K> kinds, Set<String> merges) {
    /** Sorts the names. */
    public LayerCatalogue {
        kinds = new TreeMap<>(kinds);
        merges = Set.copyOf(merges);
    }

    /**
     * What reads a layer.
     *
     * @param type what it is called; may be empty
     * @param inputs how many layers it reads
     * @throws UnreadableException if there is no such kind, or it reads one layer alone
     */
    public K kind(String type, int inputs) throws UnreadableException {
        K kind = kinds.get(type);
        if (kind == null) {
            throw new UnreadableException(type.isEmpty() ? "layers without a class" : type);
        }
        if (inputs != 1 && !merges.contains(type)) {
            throw new UnreadableException(type + " with " + inputs + " inputs");
        }
        return kind;
    }

    /** What can be read, in alphabetical order. */
    public Set<String> names() {
        return kinds.keySet();
    }
}
