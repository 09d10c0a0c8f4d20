package lichen.app.experiment;

import java.util.Optional;

/**
 * What has come of an experiment that was made as a part of a run.
 *
 * @param verdict how it ended
 * @param seconds how long that took, without what it had to wait for
 * @param mebibytes the most memory that its process held resident meanwhile, where that can be told
 */
public record Made(Verdict verdict, double seconds, Optional<Double> mebibytes) {
    /** What took nothing worth telling. */
    public static Made atOnce(Verdict verdict) {
        return new Made(verdict, 0, Optional.empty());
    }
}
