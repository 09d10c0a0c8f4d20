package lichen.io.data;

/** Is told how far the cutting of a data set is. */
@FunctionalInterface
public interface CutListener {
    /**
     * Told after each photograph.
     *
     * @param done how many photographs are cut
     * @param total how many there are
     * @param photograph the one that was just cut
     */
    void onPhotograph(int done, int total, SourcePhotograph photograph);
}
