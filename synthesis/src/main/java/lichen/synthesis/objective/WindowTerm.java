package lichen.synthesis.objective;

/** A term that compares squares of feature maps, each by itself and wherever they lie: so it can be asked of a region alone. */
public interface WindowTerm extends LossTerm {
    /**
     * What it compares.
     *
     * @throws lichen.core.check.InvalidValueException naming the key for which it looks at more
     */
    Windows windows();

    /** The same term of maps whose pixels are the squares, with all their numbers as channels. */
    LossTerm ofWindows();
}
