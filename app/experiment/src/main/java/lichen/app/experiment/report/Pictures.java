package lichen.app.experiment.report;

import java.util.List;

/**
 * Images side by side; a click enlarges one.
 *
 * @param heading what stands above them, or ""
 * @param pictures in the order to show them; those whose file does not exist are left out
 */
public record Pictures(String heading, List<ReportPicture> pictures) implements Section {
    /** Copies the list. */
    public Pictures {
        pictures = List.copyOf(pictures);
    }

    /** Images without a heading. */
    public static Pictures of(ReportPicture... pictures) {
        return new Pictures("", List.of(pictures));
    }
}
