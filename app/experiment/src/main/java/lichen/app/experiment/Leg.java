package lichen.app.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a synthesis with one size and one objective: a round of a stage.
 *
 * @param stage counts from 0
 * @param evaluations how many it takes
 */
record Leg(int stage, int evaluations) {
    /** All legs of these stages; the evaluations of a stage are split evenly between its rounds. */
    static List<Leg> of(List<Stage> stages) {
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            long evaluations = stages.get(i).evaluations();
            int rounds = stages.get(i).rounds();
            for (int round = 0; round < rounds; round++) {
                legs.add(new Leg(i, (int) (evaluations * (round + 1) / rounds - evaluations * round / rounds)));
            }
        }
        return legs;
    }

    /** The evaluations of all legs together. */
    static int evaluations(List<Leg> legs) {
        return legs.stream().mapToInt(Leg::evaluations).sum();
    }
}
