package lichen.app.experiment.comparison;

/** Which combinations of its axes an ablation makes. */
public enum Design {
    /** Every level of each axis with every level of the others. */
    GRID,
    /** The first levels of all axes, and every other level with the first ones of the other axes. */
    ONE_AT_A_TIME
}
