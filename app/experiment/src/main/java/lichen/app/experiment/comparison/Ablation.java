package lichen.app.experiment.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Forecast;
import lichen.app.experiment.Foreseen;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Scored;
import lichen.app.experiment.Surroundings;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.app.quality.Measure;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.io.json.ConfigException;
import lichen.io.json.Draft;
import lichen.io.json.Problem;
import lichen.io.run.RunDirectory;

/**
 * Changes one method along axes, and says what each change does: a comparison whose methods are the combinations of the axes' levels.
 *
 * @param seed the first seed
 * @param backend what computes
 * @param base the method as it is with the first levels of all axes, but for what those set
 * @param axes what is changed, by name
 * @param design which combinations are made
 * @param cells those that are made, each by the levels of its axes, where a design is too much; the first level where an axis is left
 *     out
 * @param photographs as in a comparison
 * @param seeds as in a comparison
 * @param controls as in a comparison
 * @param measures as in a comparison
 * @param jpeg as in a comparison
 */
@Summary("changes one method along axes, and says what each change does")
public record Ablation(
        @Default("1") @Summary("the first seed; it replaces the method's own")
        long seed,

        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,

        @Summary("the method that is changed: an experiment that makes a texture of one photograph")
        Draft<Experiment> base,

        @Summary("what is changed, by name; the first level of each is what others are compared with")
        Map<String, Axis> axes,

        @Default("\"grid\"") @Summary("all combinations, or one change at a time")
        Design design,

        @Default("[]") @Summary("only these combinations, each by its levels; all of the design where left out")
        List<Map<String, String>> cells,

        @Summary("what the method sees, each a part of a larger photograph")
        List<NamedPicture> photographs,

        @Default("1") @Summary("images of each combination for each photograph, with seeds that follow each other")
        int seeds,

        @Default("\"all\"") @Summary("names of controls, or all")
        List<String> controls,

        @Default(Comparison.USUAL_MEASURES) @Summary("what the images are scored by")
        List<Measure> measures,

        @Summary("every image is scored as a JPEG of this quality, 1 to 100")
        Optional<Integer> jpeg)
        implements Scored, Foreseen {
    /** Checks the axes, and reads every combination. */
    public Ablation {
        axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
        cells = List.copyOf(cells);
        photographs = List.copyOf(photographs);
        controls = List.copyOf(controls);
        measures = List.copyOf(measures);
        Require.that(!axes.isEmpty(), "axes", "must be at least one");
        axes.keySet()
                .forEach(name -> Require.that(
                        name.matches("[\\p{L}\\p{N}_-]{1,30}"),
                        "axes",
                        "must have names of up to 30 letters, digits, - and _, but one is \"" + name + "\""));
        Grid grid = Grid.of(axes, design, cells);
        new Comparison(seed, backend, photographs, methods(base, grid), seeds, controls, measures, jpeg);
    }

    /** What is wrong with combinations is told all at once. */
    private static Map<String, Experiment> methods(Draft<Experiment> base, Grid grid) {
        Map<String, Experiment> methods = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Cell cell : grid.cells()) {
            Draft<Experiment> draft = grid.method(cell).orElse(base);
            try {
                Experiment method = draft.with(Comparison.place(cell.name()), grid.changes(cell));
                methods.put(cell.name(), grid.trained(cell, method, draft));
            } catch (ConfigException e) {
                e.problems().stream()
                        .filter(problem -> problems.stream()
                                .noneMatch(told -> told.place().equals(problem.place())
                                        && told.message().equals(problem.message())))
                        .forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return methods;
    }

    /** Axes and cells. */
    Grid grid() {
        return Grid.of(axes, design, cells);
    }

    /** The comparison of all combinations. */
    Comparison comparison() {
        return new Comparison(seed, backend, photographs, methods(base, grid()), seeds, controls, measures, jpeg);
    }

    @Override
    public boolean canChange() {
        return true;
    }

    @Override
    public boolean hasParts() {
        return true;
    }

    @Override
    public void inspect(Inspection inspection) {
        comparison().inspect(inspection);
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        return new AblationTask(grid(), comparison().open(workbench));
    }

    @Override
    public Forecast forecast(Workbench workbench, Surroundings surroundings, Optional<RunDirectory> run)
            throws IOException {
        return comparison().forecast(workbench, surroundings, run);
    }

    @Override
    public Task rescoring(Workbench workbench) throws IOException {
        return new AblationTask(grid(), comparison().rescoring(workbench));
    }
}
