package lichen.model.foreign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The notes that readers have in common. */
public final class ImportNotes {
    private static final int NAMED = 5;

    private ImportNotes() {}

    /**
     * What was read and what was not.
     *
     * @param head the layers that were left away
     * @param assembly the graph that was read
     */
    public static List<String> of(Collection<String> head, GraphAssembly assembly) {
        List<String> notes = new ArrayList<>();
        if (!head.isEmpty()) {
            String more = head.size() <= NAMED ? "" : " and " + (head.size() - NAMED) + " more";
            notes.add("left away the head, "
                    + String.join(", ", head.stream().limit(NAMED).toList()) + more);
        }
        if (assembly.isOfMean()) {
            notes.add("reads one channel, and is given the mean of red, green and blue");
        }
        return notes;
    }
}
