package lichen.app.experiment.training;

import lichen.core.check.Require;
import lichen.core.plugin.Summary;
import lichen.io.data.DataSource;

/**
 * One of several data sets that are compared.
 *
 * @param name a word for it
 * @param data the photographs, and how they are cut
 */
public record TrainingSet(
        @Summary("a word for it") String name,
        @Summary("the photographs, and how they are cut") DataSource data) {
    static final String UNTRAINED = "untrained";

    /** Checks that the name can be that of a folder. */
    public TrainingSet {
        Require.that(
                name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,40}"),
                "name",
                "must be letters, digits, _ and -, at most 41, but is " + name);
        Require.that(!name.equals(UNTRAINED), "name", "must not be " + UNTRAINED + ": that network is always shown");
    }
}
