package lichen.app.quality;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.core.plugin.VariantBinder;

/** Registers the measures. */
public final class QualityModule implements Module {
    @Override
    public void configure(Binder binder) {
        VariantBinder.in(binder).bind(Measure.class, "colour", Colour.class).bind(Measure.class, "seam", Seam.class);
    }
}
