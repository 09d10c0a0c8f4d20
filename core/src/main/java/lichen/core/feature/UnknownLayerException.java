package lichen.core.feature;

import java.util.List;

/** Layers that the network does not have. */
public final class UnknownLayerException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> unknown;
    private final transient List<String> known;

    /**
     * Names the layers.
     *
     * @param unknown what was asked for
     * @param known what the network has
     */
    public UnknownLayerException(List<String> unknown, List<String> known) {
        super("unknown layers " + unknown + "; the network has " + known);
        this.unknown = List.copyOf(unknown);
        this.known = List.copyOf(known);
    }

    /** What was asked for. */
    public List<String> unknown() {
        return unknown;
    }

    /** What the network has. */
    public List<String> known() {
        return known;
    }
}
