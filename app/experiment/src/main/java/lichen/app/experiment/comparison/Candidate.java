package lichen.app.experiment.comparison;

/**
 * One image of a comparison.
 *
 * @param photograph the photograph's name in the run
 * @param column the method or control that makes it
 * @param number which of the column's images for the photograph, from 1
 */
record Candidate(String photograph, String column, int number) {
    /** The name of its folder. */
    String name() {
        return photograph + "-" + column + "-" + number;
    }
}
