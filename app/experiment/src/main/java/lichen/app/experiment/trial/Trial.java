package lichen.app.experiment.trial;

import java.io.IOException;
import java.util.Set;
import lichen.app.experiment.Experiment;

/**
 * One of several experiments that a run consists of.
 *
 * @param name names its folder
 * @param place where in the config of the whole it stands: what is wrong with it is told there
 * @param needs names of trials that must have ended before its turn comes
 * @param resolution gives the experiment when its turn has come
 */
public record Trial(String name, String place, Set<String> needs, Resolution resolution) {
    /** Copies the names. */
    public Trial {
        needs = Set.copyOf(needs);
    }

    /** A trial that needs no other. */
    public Trial(String name, String place, Resolution resolution) {
        this(name, place, Set.of(), resolution);
    }

    /** A trial of an experiment that is known from the beginning. */
    public Trial(String name, String place, Experiment experiment) {
        this(name, place, () -> experiment);
    }

    /** Says what a trial is of, all keys filled in. It may name files that trials have made that it needs. */
    @FunctionalInterface
    public interface Resolution {
        /**
         * The experiment.
         *
         * @throws IOException if there cannot be one, saying why: what it needs has failed
         */
        Experiment experiment() throws IOException;
    }
}
