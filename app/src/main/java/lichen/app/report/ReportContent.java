package lichen.app.report;

import java.util.List;
import lichen.io.run.Manifest;

/**
 * What a report shows.
 *
 * @param title the run's name
 * @param outcome how the run stands; a run that is not done is announced at the top
 * @param pictures in the order to show them
 * @param losses the loss of each evaluation, in order; may be empty
 * @param details the tables below
 */
public record ReportContent(
        String title, Manifest.Outcome outcome, List<Picture> pictures, List<LossPoint> losses, Details details) {
    /** Copies the lists. */
    public ReportContent {
        pictures = List.copyOf(pictures);
        losses = List.copyOf(losses);
    }

    /**
     * The tables of a report.
     *
     * @param summary the final numbers, the most important first
     * @param environment with what it was made
     * @param config the resolved experiment as JSON, as it is to be shown
     * @param command what to type to make the run again
     */
    public record Details(List<Entry> summary, List<Entry> environment, String config, String command) {
        /** Copies the lists. */
        public Details {
            summary = List.copyOf(summary);
            environment = List.copyOf(environment);
        }
    }
}
