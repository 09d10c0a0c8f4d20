package lichen.app.experiment;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.app.quality.Measure;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.core.feature.NetworkOutline;
import lichen.core.feature.NetworkSpec;
import lichen.core.feature.Statistic;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.Optimizer;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.Mixture;
import lichen.synthesis.parameterization.Parameterization;
import lichen.synthesis.robustness.Robustness;
import lichen.synthesis.start.StartImage;

/**
 * Learns an image with the texture of a photograph: the image, by its pixels or in other coordinates, is
 * optimised until its signature is the photograph's.
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param target the photograph
 * @param network what looks at images
 * @param objective what is minimised
 * @param mixture what is meant by terms that name no picture, in place of the target: a mean of several photographs
 * @param start the first image
 * @param size the extents of the image to make; the target's where left out
 * @param border how the network sees the image go on beyond its border
 * @param parameterization what the optimiser changes, and how an image is made of it
 * @param robustness how the image is moved about before a network looks at it; not at all where empty
 * @param optimizer how it is minimised
 * @param stop when it ends
 * @param stages sizes, evaluations and objectives from coarse to fine, in place of the stop rule's evaluations
 * @param measures what the image is scored by when it is made, against the photograph that the target is a part of
 * @param output what is written on the way
 */
@Summary("learns an image with the texture of a photograph")
public record SynthesisExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("the photograph") Picture target,

        @Default("{\"type\": \"image\"}") @Summary("what looks at images; nothing but the image where left out")
        NetworkSpec network,

        @Summary("what is minimised") Loss objective,

        @Summary(
                "several photographs whose mean is meant by terms that name no picture; the target alone where left out")
        Optional<Mixture> mixture,

        @Default("{\"type\": \"mean-colour\"}") @Summary("the first image")
        StartImage start,

        @Summary("extents of the image to make; the target's where left out")
        Optional<Size> size,

        @Default("\"network\"") @Summary("how the image goes on beyond its border: circular makes it tile")
        Border border,

        @Default("{\"type\": \"pixels\"}") @Summary("what the optimiser changes")
        Parameterization parameterization,

        @Summary(
                "how the image is moved about before the network looks at it, anew at each evaluation; not where left out")
        Optional<Robustness> robustness,

        @Default("{\"type\": \"lbfgs\"}") @Summary("how it is minimised")
        Optimizer optimizer,

        @Default("{}") @Summary("when it ends") StopRule stop,

        @Default("[]") @Summary("from coarse to fine, in place of the evaluations of stop; none for one at full size")
        List<Stage> stages,

        @Default("[]") @Summary("what the image is scored by when it is made")
        List<Measure> measures,

        @Default("{}") @Summary("what is written on the way")
        Output output)
        implements TextureExperiment {
    /** Checks that the last stage makes an image of the size that is wanted. */
    public SynthesisExperiment {
        stages = List.copyOf(stages);
        measures = List.copyOf(measures);
        Require.that(
                stages.isEmpty() || stages.get(stages.size() - 1).scale() == 1,
                "stages",
                "must end with scale 1: the size of the image to make");
    }

    /** The texture of one photograph. */
    public SynthesisExperiment(
            long seed,
            BackendChoice backend,
            Picture target,
            NetworkSpec network,
            Loss objective,
            StartImage start,
            Optional<Size> size,
            Border border,
            Parameterization parameterization,
            Optional<Robustness> robustness,
            Optimizer optimizer,
            StopRule stop,
            List<Stage> stages,
            List<Measure> measures,
            Output output) {
        this(
                seed,
                backend,
                target,
                network,
                objective,
                Optional.empty(),
                start,
                size,
                border,
                parameterization,
                robustness,
                optimizer,
                stop,
                stages,
                measures,
                output);
    }

    @Override
    public void inspect(Inspection inspection) {
        Workbench workbench = inspection.workbench();
        Optional<Size> photograph = new Photograph(target).inspect(inspection, workbench.place(target, "$.target"));
        mixture.ifPresent(of -> of.pictures()
                .forEach(
                        picture -> new Photograph(picture).inspect(inspection, workbench.place(picture, "$.mixture"))));
        Networks<NetworkOutline> networks = Networks.outlines(this, inspection);
        if (photograph.isPresent()) {
            inspection
                    .look("$.objective", () -> new StagePlan(this, workbench, networks, photograph.get(), size))
                    .ifPresent(plan -> plan.inspect(inspection));
        } else {
            inspection.check("$.objective", () -> networks.requireLayers(objective));
        }
        Stage first = stages.isEmpty() ? Stage.whole(1) : stages.get(0);
        Optional<Size> made = size.or(() -> photograph);
        inspection.start(start, made.map(first::of));
        made.map(first::of).ifPresent(of -> inspection.parameterization(parameterization, of));
        photograph.ifPresent(seen -> ResultMeasures.inspect(this, inspection, size.orElse(seen)));
    }

    @Override
    public SynthesisTask open(Workbench workbench) throws IOException {
        Stages opened = Stages.of(this, workbench, size);
        opened.require();
        return SynthesisTask.of(this, opened, ResultMeasures.of(this, workbench, opened.size()));
    }

    /** What is minimised, from stage to stage. */
    List<Loss> losses() {
        return stages.isEmpty()
                ? List.of(objective)
                : stages.stream()
                        .map(stage -> stage.objective().orElse(objective))
                        .toList();
    }

    /** What the objectives of all stages match. */
    @Override
    public Set<Statistic> statistics() {
        Set<Statistic> statistics = EnumSet.noneOf(Statistic.class);
        losses().forEach(loss ->
                statistics.addAll(loss.statistics(other -> other.orElse(network).statistics())));
        return statistics;
    }

    /** What takes on the colours of the target takes on those of the other photograph. */
    @Override
    public SynthesisExperiment with(Picture other, long otherSeed) {
        Repainting repainting = new Repainting(target.image(), other.image());
        return new SynthesisExperiment(
                otherSeed,
                backend,
                other,
                network,
                repainting.of(objective),
                mixture,
                repainting.of(start),
                Optional.empty(),
                border,
                parameterization,
                robustness,
                optimizer,
                stop,
                stages.stream().map(repainting::of).toList(),
                List.of(),
                new Output(0, output.checkpointSeconds(), output.depth()));
    }

    /** The same method for what lies between several photographs, of which its own target still gives extents and start image. */
    public SynthesisExperiment mixing(Mixture other) {
        return new SynthesisExperiment(
                seed,
                backend,
                target,
                network,
                objective,
                Optional.of(other),
                start,
                size,
                border,
                parameterization,
                robustness,
                optimizer,
                stop,
                stages,
                measures,
                output);
    }
}
