package lichen.synthesis;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.core.plugin.VariantBinder;

/** Registers the variants of this module: objectives, optimisers and start images. */
public final class SynthesisModule implements Module {
    @Override
    public void configure(Binder binder) {
        VariantBinder.in(binder);
    }
}
