package lichen.descriptor;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.core.plugin.VariantBinder;

/** The descriptors and distances that come along. */
public final class DescriptorModule implements Module {
    @Override
    public void configure(Binder binder) {
        VariantBinder.in(binder)
                .bind(Descriptor.class, "gap", Gap.class)
                .bind(Descriptor.class, "gram", Gram.class)
                .bind(Descriptor.class, "moments", Moments.class)
                .bind(Descriptor.class, "covariance", Covariance.class)
                .bind(Descriptor.class, "histogram", Histogram.class)
                .bind(Descriptor.class, "sliced-wasserstein", SlicedWasserstein.class)
                .bind(Descriptor.class, "autocorrelation", Autocorrelation.class)
                .bind(Descriptor.class, "spectrum", Spectrum.class)
                .bind(Descriptor.class, "portilla-simoncelli", PortillaSimoncelli.class)
                .bind(Distance.class, "euclidean", Euclidean.class)
                .bind(Distance.class, "squared-error", SquaredError.class)
                .bind(Distance.class, "absolute-error", AbsoluteError.class)
                .bind(Distance.class, "standardized-error", StandardizedError.class)
                .bind(Distance.class, "gaussian-wasserstein", GaussianWasserstein.class);
    }
}
