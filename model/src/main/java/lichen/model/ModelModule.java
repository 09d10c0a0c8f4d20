package lichen.model;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.core.plugin.VariantBinder;
import lichen.model.spec.Fcn;
import lichen.model.spec.Keras;
import lichen.model.spec.NetworkSpec;
import lichen.model.spec.RandomFilters;

/** The networks that come along. */
public final class ModelModule implements Module {
    @Override
    public void configure(Binder binder) {
        VariantBinder.in(binder)
                .bind(NetworkSpec.class, "fcn", Fcn.class)
                .bind(NetworkSpec.class, "random-filters", RandomFilters.class)
                .bind(NetworkSpec.class, "keras", Keras.class);
    }
}
