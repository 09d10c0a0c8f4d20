package lichen.app.experiment.report;

/**
 * A part of the page that a run has drawn itself.
 *
 * @param heading what stands above it
 * @param html well-formed, self-contained HTML or SVG, taken as it is: every text in it must be escaped already
 */
public record Markup(String heading, String html) implements Section {}
