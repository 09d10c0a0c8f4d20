package lichen.app.experiment.comparison;

import java.util.ArrayList;
import java.util.List;

/** What has to be kept in mind when the images of a comparison's methods are put side by side. */
final class Cautions {
    private static final String INNOVATION = "innovation";

    /** Below, most neighbours in an image are neighbours in the photograph: patch copying has 0.1 to 0.3, invention 0.8 and more. */
    private static final double LEAST_INNOVATION = 0.5;

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
        List<String> copying = results.plan().methods().stream()
                .filter(method -> results.meanValue(method, INNOVATION)
                        .filter(mean -> mean < LEAST_INNOVATION)
                        .isPresent())
                .toList();
        if (!copying.isEmpty()) {
            cautions.add(
                    "Caution: images of " + String.join(", ", copying)
                            + " are mostly pieces of the photograph (innovation below 0.5), which every measure of quality takes for good");
        }
        if (!results.isWhole()) {
            cautions.add(
                    "Caution: not every method has images of every photograph, so that means are over different ones:"
                            + " go by the paired quotients");
        }
        return cautions.isEmpty() ? "" : ". " + String.join(". ", cautions);
    }
}
