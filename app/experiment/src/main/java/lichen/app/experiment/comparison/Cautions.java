package lichen.app.experiment.comparison;

import java.util.ArrayList;
import java.util.List;

/** What has to be kept in mind when the images of a comparison's methods are put side by side. */
final class Cautions {
    private Cautions() {}

    /** Sentences, one after the other; empty where there is nothing to mind. */
    static String of(Results results) {
        List<String> cautions = new ArrayList<>();
        results.jpeg().ifPresent(quality -> cautions.add("Every image was scored as a JPEG of quality " + quality));
        if (results.jpeg().isEmpty() && !results.lossy().isEmpty()) {
            cautions.add("Caution: the images of " + String.join(", ", results.lossy())
                    + " were stored with loss by another program, which counts against them at full size: go by half size, or set"
                    + " jpeg to the quality of their files");
        }
        if (!results.isWhole()) {
            cautions.add(
                    "Caution: not every method has images of every photograph, so that means are over different ones:"
                            + " go by the paired quotients");
        }
        return cautions.isEmpty() ? "" : ". " + String.join(". ", cautions);
    }
}
