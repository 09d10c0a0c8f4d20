package lichen.app.experiment.mixing;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Measure;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.model.generator.Generator;

/**
 * Goes from one sample of a generator to another through its latents, and measures whether what lies between is as good as the ends, and
 * whether the way is even: by several generators of one photograph.
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param target the photograph that they have learned from
 * @param generators their weights, by name
 * @param size extents of the images; the photograph's where left out
 * @param walks how many ways
 * @param steps how many images there are on each, the ends among them
 * @param layout whether noise changes that lies at a place; else vectors alone, and what lies where stays, unless there are none
 * @param measures what the images are measured by
 */
@Summary("ways between samples of a generator through its latents, measured")
public record LatentWalk(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,

        @Summary("the photograph that the generators have learned from")
        Picture target,

        @Summary("by name, the weights of generators") Map<String, FileReference> generators,

        @Summary("extents of the images; the photograph's where left out")
        Optional<Size> size,

        @Default("3") @Summary("how many ways") int walks,

        @Default("7") @Summary("images on each, the ends among them")
        int steps,

        @Default("false")
        @Summary("whether noise changes that lies at a place; else vectors alone, where there are any")
        boolean layout,

        @Default(Interpolation.USUAL_MEASURES) @Summary("what the images are measured by")
        List<Measure> measures)
        implements Experiment {
    private static final int MOST = 32;

    /** Checks names and numbers. */
    public LatentWalk {
        generators = Collections.unmodifiableMap(new LinkedHashMap<>(generators));
        measures = List.copyOf(measures);
        Require.that(!generators.isEmpty(), "generators", "must be at least one");
        Require.atLeast(1, "walks", walks);
        Require.that(steps >= 3 && steps <= MOST, "steps", "must be from 3 to " + MOST + ", but is " + steps);
        Interpolation.requireQuality(measures);
    }

    @Override
    public void inspect(Inspection inspection) {
        for (int i = 0; i < measures.size(); i++) {
            inspection.check("$.measures[" + i + "]", measures.get(i)::inspect);
        }
        Photograph photograph = new Photograph(target);
        photograph.inspect(inspection, "$.target").ifPresent(found -> {
            photograph.inspectReference(inspection, "$.target");
            for (String name : generators.keySet()) {
                inspection.check("$", () -> read(name, size.orElse(found)));
            }
        });
    }

    private Generator read(String name, Size extents) throws IOException {
        Generator generator = Generator.read(Objects.requireNonNull(generators.get(name)));
        generator.requireNoiseAlone("generators");
        generator.requireSize(extents);
        return generator;
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        Size extents =
                size.orElse(new Photograph(target).open(workbench, "$.target").size());
        Map<String, Generator> opened = new LinkedHashMap<>();
        for (String name : generators.keySet()) {
            opened.put(name, workbench.open("$", () -> read(name, extents)));
        }
        List<LabelledMeasure> labelled = LabelledMeasure.of(workbench.config().registry(), measures);
        return new LatentWalkTask(
                this, new Walks(this, extents, workbench.random()), opened, yardstick(labelled, workbench));
    }

    private Yardstick yardstick(List<LabelledMeasure> labelled, Workbench workbench) throws IOException {
        return Yardstick.open(List.of(target), place -> "$.target", labelled, workbench);
    }
}
