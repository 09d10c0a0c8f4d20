package lichen.model;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.core.plugin.VariantBinder;

/** Registers the variants of this module: networks. */
public final class ModelModule implements Module {
    @Override
    public void configure(Binder binder) {
        VariantBinder.in(binder);
    }
}
