package lichen.app.experiment.training;

import java.io.IOException;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.io.data.DataSource;
import lichen.io.data.PatchPlan;
import lichen.io.data.PatchSheet;

/**
 * Makes a data set and a picture of it: a look at what a training would see.
 *
 * @param seed the seed of all random numbers; a training with the same seed and data cuts the same patches
 * @param data the photographs, and how they are cut
 * @param thumbnail the extents of a patch on the contact sheet
 * @param most how many patches the contact sheet shows
 */
@Summary("cuts photographs into patches and draws a contact sheet of them")
public record DataSetExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Summary("the photographs, and how they are cut") DataSource data,

        @Default("64") @Summary("pixels a side of a patch on the contact sheet")
        int thumbnail,

        @Default("400") @Summary("patches on the contact sheet, at most")
        int most)
        implements Experiment {
    /** Checks the ranges. */
    public DataSetExperiment {
        Require.that(thumbnail >= 8 && thumbnail <= 512, "thumbnail", "must be from 8 to 512, but is " + thumbnail);
        Require.that(most >= 1 && most <= 10_000, "most", "must be from 1 to 10000, but is " + most);
    }

    /** Nothing is computed on a device. */
    @Override
    public BackendChoice backend() {
        return BackendChoice.AUTO;
    }

    @Override
    public void inspect(Inspection inspection) {
        Workbench workbench = inspection.workbench();
        inspection.check("$.data", () -> data.plan(workbench.images(), workbench.random()));
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        PatchPlan plan = workbench.open("$.data", () -> data.plan(workbench.images(), workbench.random()));
        return new DataSetTask(plan, new PatchSheet(most, thumbnail));
    }
}
