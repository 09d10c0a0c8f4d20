package lichen.app.quality.measure;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.app.quality.Measure;
import lichen.core.plugin.VariantBinder;

/** Registers the measures. */
public final class MeasureModule implements Module {
    @Override
    public void configure(Binder binder) {
        VariantBinder.in(binder)
                .bind(Measure.class, "alignment", Alignment.class)
                .bind(Measure.class, "autocorrelation", AutocorrelationDistance.class)
                .bind(Measure.class, "colour", Colour.class)
                .bind(Measure.class, "content", LikenessToContent.class)
                .bind(Measure.class, "diversity", Diversity.class)
                .bind(Measure.class, "granulometry", Granulometry.class)
                .bind(Measure.class, "innovation", Innovation.class)
                .bind(Measure.class, "laplacian-sliced-wasserstein", LaplacianSlicedWasserstein.class)
                .bind(Measure.class, "lbp", Lbp.class)
                .bind(Measure.class, "portilla-simoncelli", PortillaSimoncelliDistance.class)
                .bind(Measure.class, "random-filter-gram", RandomFilterGram.class)
                .bind(Measure.class, "repetition", Repetition.class)
                .bind(Measure.class, "seam", Seam.class)
                .bind(Measure.class, "spectrum", SpectrumDistance.class)
                .bind(Measure.class, "verbatim-coverage", VerbatimCoverage.class)
                .bind(Measure.class, "vgg-gram", VggGram.class)
                .bind(Measure.class, "vgg-sliced-wasserstein", VggSlicedWasserstein.class)
                .bind(Measure.class, "wavelet-kl", WaveletKl.class);
    }
}
