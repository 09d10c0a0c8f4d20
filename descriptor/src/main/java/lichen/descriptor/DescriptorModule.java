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
                .bind(Descriptor.class, "portilla-simoncelli", PortillaSimoncelli.class)
                .bind(Distance.class, "euclidean", Euclidean.class)
                .bind(Distance.class, "squared-error", SquaredError.class);
    }
}
