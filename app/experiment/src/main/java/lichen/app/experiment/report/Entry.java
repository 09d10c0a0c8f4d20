package lichen.app.experiment.report;

/**
 * A line of a table.
 *
 * @param name what
 * @param value how much, with its unit
 */
public record Entry(String name, String value) {}
