package lichen.app.experiment.report;

/** A part of a report, as the run gives it; sections are shown in the order of the list that they stand in. */
public sealed interface Section permits Pictures, Numbers, Curves, Table, Sheets, Markup {
    /** What stands above it, or "". */
    String heading();
}
