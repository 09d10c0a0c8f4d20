package lichen.app.experiment.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.Session;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.io.run.RunDirectory;

/**
 * Trials that a run does in their order, as many at the same time as its workforce makes, each in a folder of its own. One that is done is not done again as long as its key
 * is the same; one of the same key by another name is copied. One that was cut off goes on from its own checkpoint. One that
 * fails, for want of memory too, is written down with its reason, the others go on, and the next run tries it again.
 */
public final class Trials {
    private final Workbench workbench;
    private final Session session;
    private final TrialKeys keys;

    /**
     * Trials of a run.
     *
     * @param workbench the whole run's
     * @param session the whole run's
     */
    public Trials(Workbench workbench, Session session) {
        this.workbench = workbench;
        this.session = session;
        keys = new TrialKeys(workbench.config().registry(), session.surroundings());
    }

    /**
     * Runs the trials that are not done.
     *
     * @return whether all have ended, some of them by failing; if not, the user has interrupted and the state is saved
     */
    public boolean run(List<Trial> trials) throws IOException {
        return new Round(trials, workbench, session, keys).run();
    }

    /** Those of the names whose trial has no result. */
    public static List<String> missing(RunDirectory run, List<String> names) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            if (TrialState.read(run.part(name)).filter(TrialState::isDone).isEmpty()) {
                missing.add(name);
            }
        }
        return missing;
    }

    /**
     * How a run whose trials have all ended stands.
     *
     * @param message what there is to say; how many have failed is added
     * @param result the file to look at first
     */
    public static Verdict verdict(RunDirectory run, List<Trial> trials, String message, Path result)
            throws IOException {
        int missing = missing(run, trials.stream().map(Trial::name).toList()).size();
        return missing == 0
                ? Verdict.done(message, result)
                : Verdict.partial(message + ", of " + trials.size() + " parts " + missing + " failed", result);
    }
}
