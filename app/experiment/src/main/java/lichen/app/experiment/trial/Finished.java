package lichen.app.experiment.trial;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.app.experiment.Surroundings;
import lichen.io.json.Registry;
import lichen.io.run.RunDirectory;

/** Which trials a run would not do again. */
public final class Finished {
    private Finished() {}

    /** The names of those that are done by the key that they have now; none before those that it needs. */
    public static Set<String> among(List<Trial> trials, Registry registry, Surroundings surroundings, RunDirectory run)
            throws IOException {
        TrialKeys keys = new TrialKeys(registry, surroundings);
        Set<String> finished = new HashSet<>();
        for (Trial trial : trials) {
            Optional<TrialState> state = TrialState.read(run.part(trial.name())).filter(TrialState::isDone);
            if (state.isPresent()
                    && finished.containsAll(trial.needs())
                    && state.orElseThrow()
                            .key()
                            .equals(keys.of(trial.resolution().experiment()))) {
                finished.add(trial.name());
            }
        }
        return finished;
    }
}
