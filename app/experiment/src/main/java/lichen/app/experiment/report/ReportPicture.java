package lichen.app.experiment.report;

import java.nio.file.Path;

/**
 * An image to show.
 *
 * @param label what it is: "target", "start", "result"
 * @param file a PNG; a file that does not exist is left out
 */
public record ReportPicture(String label, Path file) {}
