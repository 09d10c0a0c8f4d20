package lichen.descriptor;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.core.plugin.VariantBinder;

/** Registers the variants of this module: descriptors and distances. */
public final class DescriptorModule implements Module {
    @Override
    public void configure(Binder binder) {
        VariantBinder.in(binder);
    }
}
