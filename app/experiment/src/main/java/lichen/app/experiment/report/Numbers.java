package lichen.app.experiment.report;

import java.util.List;

/**
 * Few numbers in large type, the most important first.
 *
 * @param entries what they are, and how much
 */
public record Numbers(List<Entry> entries) implements Section {
    /** Copies the list. */
    public Numbers {
        entries = List.copyOf(entries);
    }

    @Override
    public String heading() {
        return "";
    }
}
