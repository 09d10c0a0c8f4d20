package lichen.app.cli.worker;

import java.io.IOException;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Made;
import lichen.app.experiment.Session;
import lichen.app.experiment.ThisProcess;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.Workforce;

/**
 * Has others make what can be said in JSON. What is no variant, as the controls of a comparison, takes a moment only and is made in this
 * process, one at a time.
 */
public final class Elsewhere implements Crew {
    private final Crew others;
    private final Workforce here = new ThisProcess();

    /** Hands on to others. */
    public Elsewhere(Crew others) {
        this.others = others;
    }

    @Override
    public int size() {
        return others.size();
    }

    @Override
    public Made make(Workbench part, String key, Session session) throws IOException {
        Class<?> type = part.config().value().getClass();
        if (part.config().registry().variants(Experiment.class).stream().anyMatch(variant -> variant.type() == type)) {
            return others.make(part, key, session);
        }
        synchronized (here) {
            return here.make(part, key, session);
        }
    }

    @Override
    public void close() {
        others.close();
    }
}
