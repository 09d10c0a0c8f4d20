package lichen.app;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.app.command.CommandModule;
import lichen.app.comparison.Comparison;
import lichen.app.embedding.Embedding;
import lichen.app.embedding.Pca;
import lichen.app.embedding.Tsne;
import lichen.app.embedding.Umap;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.figure.FilterAtlas;
import lichen.app.figure.Reconstructions;
import lichen.app.map.TextureMapExperiment;
import lichen.app.measure.MeasureModule;
import lichen.app.quilting.QuiltingExperiment;
import lichen.app.report.ReportWriter;
import lichen.app.training.DataSetExperiment;
import lichen.app.training.TrainingExperiment;
import lichen.app.training.TrainingSetsExperiment;
import lichen.core.plugin.VariantBinder;

/** Binds what only the program has. */
public final class AppModule implements Module {
    @Override
    public void configure(Binder binder) {
        binder.install(new CommandModule());
        binder.install(new MeasureModule());
        binder.bind(ReportWriter.class);
        VariantBinder.in(binder)
                .bind(Embedding.class, "pca", Pca.class)
                .bind(Embedding.class, "t-sne", Tsne.class)
                .bind(Embedding.class, "umap", Umap.class)
                .bind(Experiment.class, "synthesis", SynthesisExperiment.class)
                .bind(Experiment.class, "quilting", QuiltingExperiment.class)
                .bind(Experiment.class, "comparison", Comparison.class)
                .bind(Experiment.class, "data-set", DataSetExperiment.class)
                .bind(Experiment.class, "training", TrainingExperiment.class)
                .bind(Experiment.class, "training-sets", TrainingSetsExperiment.class)
                .bind(Experiment.class, "reconstructions", Reconstructions.class)
                .bind(Experiment.class, "texture-map", TextureMapExperiment.class)
                .bind(Experiment.class, "filter-atlas", FilterAtlas.class);
    }
}
