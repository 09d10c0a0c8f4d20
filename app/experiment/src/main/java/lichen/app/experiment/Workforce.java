package lichen.app.experiment;

import java.io.IOException;

/**
 * Makes experiments that are parts of a run. What fails fails alone: that is a verdict. Beside the one abstract method stands how many
 * can be made at the same time.
 */
@FunctionalInterface
public interface Workforce {
    /**
     * Makes one.
     *
     * @param part the experiment
     * @param key the hash of all that can change its result
     * @param session its folder, who may interrupt it, and what it runs in
     * @throws IOException if not even its failure can be found out: the whole run cannot go on
     */
    Made make(Workbench part, String key, Session session) throws IOException;

    /** How many it makes at the same time. */
    default int size() {
        return 1;
    }
}
