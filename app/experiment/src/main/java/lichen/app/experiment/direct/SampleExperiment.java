package lichen.app.experiment.direct;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.ResultMeasures;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.generator.PhotographDescription;
import lichen.app.quality.Measure;
import lichen.core.backend.BackendChoice;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.generator.KnownPhotographs;
import lichen.model.weights.WeightsFile;

/**
 * Makes an image by a generator that is trained: a method of comparisons that takes its time before. A generator of many photographs is
 * told of the target, by its name, or by what it looks like where it has not learned from it.
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param target the photograph whose texture is meant
 * @param weights the generator
 * @param size the extents of the image to make; the target's where left out
 * @param optimises what the training of the generator has made alike
 * @param measures what the image is scored by when it is made
 */
@Summary("makes an image by a generator that is trained")
public record SampleExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("the photograph whose texture is meant") Picture target,
        @Summary("the generator's weights") FileReference weights,

        @Summary("extents of the image to make; the target's where left out")
        Optional<Size> size,

        @Default("[\"untold\"]")
        @Summary("the statistics that its training has made alike: measures of them say nothing about it")
        List<Statistic> optimises,

        @Default("[]") @Summary("what the image is scored by when it is made")
        List<Measure> measures)
        implements TextureExperiment {
    /** Copies the lists. */
    public SampleExperiment {
        optimises = List.copyOf(optimises);
        measures = List.copyOf(measures);
    }

    @Override
    public void inspect(Inspection inspection) {
        Workbench workbench = inspection.workbench();
        new Photograph(target)
                .inspect(inspection, workbench.place(target, "$.target"))
                .ifPresent(photograph -> {
                    inspection.check(workbench.place(this, "$"), () -> read(size.orElse(photograph)));
                    ResultMeasures.inspect(this, inspection, size.orElse(photograph));
                });
    }

    private Generator read(Size extents) throws IOException {
        Generator generator = Generator.read(weights);
        Require.that(
                !generator.isGivenPicture(),
                "weights",
                "must be of a generator of textures, but it makes pictures again");
        generator.requireSize(extents);
        return generator;
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        Photograph of = new Photograph(target);
        Image photograph = of.open(workbench, workbench.place(target, "$.target"));
        Size extents = size.orElse(photograph.size());
        Generator generator = workbench.open(workbench.place(this, "$"), () -> read(extents));
        Image made = workbench.open(workbench.place(this, "$"), () -> made(generator, photograph, extents));
        return new DirectTask(
                Given.of(photograph, of.seen(workbench.images())),
                new Ready(made),
                Appraisal.by(ResultMeasures.of(this, workbench, extents)),
                new DirectTask.Kind("images", true));
    }

    private Image made(Generator generator, Image photograph, Size extents) throws IOException {
        try (TensorScope scope = new TensorScope()) {
            Generation generation = Generation.of(generator, 1, extents, scope);
            if (generator.photograph().isPresent()) {
                generation.mean(0, vector(photograph));
            }
            return generation.images(Generation.samples(seed), 0).get(0);
        }
    }

    private float[] vector(Image photograph) throws IOException {
        Map<String, String> told = WeightsFile.read(weights).metadata();
        return PhotographDescription.of(new Photograph(target).stem(), told, () -> photograph)
                .orElseThrow(() -> new InvalidValueException(
                        "weights",
                        "must be of a generator that has learned from the target, but it knows "
                                + KnownPhotographs.of(told).vectors().keySet() + " alone"));
    }

    @Override
    public Set<Statistic> statistics() {
        return optimises.isEmpty() ? Set.of() : EnumSet.copyOf(optimises);
    }

    @Override
    public SampleExperiment with(Picture other, long otherSeed) {
        return new SampleExperiment(otherSeed, backend, other, weights, Optional.empty(), optimises, List.of());
    }
}
