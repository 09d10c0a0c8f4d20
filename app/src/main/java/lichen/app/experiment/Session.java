package lichen.app.experiment;

import java.util.Map;
import java.util.function.Consumer;
import lichen.app.progress.ProgressDisplay;
import lichen.app.report.ReportWriter;
import lichen.io.image.ImageCodec;
import lichen.io.run.RunDirectory;

/**
 * What a running task writes to, and who may interrupt it.
 *
 * @param run the run's folder
 * @param images writes images
 * @param reports writes the report
 * @param progress tells the user how far it is
 * @param environment what computes, in words
 * @param command what to type to make the run again
 * @param interruption is given what to call when the user interrupts
 */
public record Session(
        RunDirectory run,
        ImageCodec images,
        ReportWriter reports,
        ProgressDisplay progress,
        Map<String, String> environment,
        String command,
        Consumer<Runnable> interruption) {}
