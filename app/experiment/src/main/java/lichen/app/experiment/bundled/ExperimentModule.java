package lichen.app.experiment.bundled;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.comparison.Ablation;
import lichen.app.experiment.comparison.Comparison;
import lichen.app.experiment.direct.FillExperiment;
import lichen.app.experiment.direct.PatchDiffusionExperiment;
import lichen.app.experiment.direct.QuiltingExperiment;
import lichen.app.experiment.direct.SampleExperiment;
import lichen.app.experiment.direct.TextureByNumbersExperiment;
import lichen.app.experiment.embedding.Embedding;
import lichen.app.experiment.embedding.Pca;
import lichen.app.experiment.embedding.Tsne;
import lichen.app.experiment.embedding.Umap;
import lichen.app.experiment.figure.FilterAtlas;
import lichen.app.experiment.figure.Reconstructions;
import lichen.app.experiment.foreign.ForeignImages;
import lichen.app.experiment.generator.ConditionalGeneratorExperiment;
import lichen.app.experiment.generator.FastStyleExperiment;
import lichen.app.experiment.generator.GeneratorNoise;
import lichen.app.experiment.generator.TextureNetworkExperiment;
import lichen.app.experiment.latent.PeriodicGanExperiment;
import lichen.app.experiment.latent.PreferredInputExperiment;
import lichen.app.experiment.latent.VaeExperiment;
import lichen.app.experiment.map.TextureMapExperiment;
import lichen.app.experiment.mixing.Interpolation;
import lichen.app.experiment.mixing.LatentWalk;
import lichen.app.experiment.mixing.NovelTextures;
import lichen.app.experiment.report.ReportWriter;
import lichen.app.experiment.training.DataSetExperiment;
import lichen.app.experiment.training.TrainingExperiment;
import lichen.app.experiment.training.TrainingSetsExperiment;
import lichen.core.plugin.VariantBinder;
import lichen.synthesis.parameterization.Parameterization;

/** Registers the experiments and what they choose from, and binds the writer of their reports. */
public final class ExperimentModule implements Module {
    @Override
    public void configure(Binder binder) {
        binder.bind(ReportWriter.class);
        VariantBinder.in(binder)
                .bind(Embedding.class, "pca", Pca.class)
                .bind(Embedding.class, "t-sne", Tsne.class)
                .bind(Embedding.class, "umap", Umap.class)
                .bind(Parameterization.class, "generator", GeneratorNoise.class)
                .bind(Experiment.class, "synthesis", SynthesisExperiment.class)
                .bind(Experiment.class, "quilting", QuiltingExperiment.class)
                .bind(Experiment.class, "patch-diffusion", PatchDiffusionExperiment.class)
                .bind(Experiment.class, "texture-by-numbers", TextureByNumbersExperiment.class)
                .bind(Experiment.class, "fill", FillExperiment.class)
                .bind(Experiment.class, "comparison", Comparison.class)
                .bind(Experiment.class, "ablation", Ablation.class)
                .bind(Experiment.class, "images", ForeignImages.class)
                .bind(Experiment.class, "data-set", DataSetExperiment.class)
                .bind(Experiment.class, "training", TrainingExperiment.class)
                .bind(Experiment.class, "texture-network", TextureNetworkExperiment.class)
                .bind(Experiment.class, "conditional-generator", ConditionalGeneratorExperiment.class)
                .bind(Experiment.class, "fast-style", FastStyleExperiment.class)
                .bind(Experiment.class, "vae", VaeExperiment.class)
                .bind(Experiment.class, "periodic-gan", PeriodicGanExperiment.class)
                .bind(Experiment.class, "preferred-input", PreferredInputExperiment.class)
                .bind(Experiment.class, "sample", SampleExperiment.class)
                .bind(Experiment.class, "training-sets", TrainingSetsExperiment.class)
                .bind(Experiment.class, "reconstructions", Reconstructions.class)
                .bind(Experiment.class, "texture-map", TextureMapExperiment.class)
                .bind(Experiment.class, "interpolation", Interpolation.class)
                .bind(Experiment.class, "novel-textures", NovelTextures.class)
                .bind(Experiment.class, "latent-walk", LatentWalk.class)
                .bind(Experiment.class, "filter-atlas", FilterAtlas.class);
    }
}
