package lichen.core.plugin;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;

/**
 * Registers variants, one line each:
 *
 * <pre>{@code
 * VariantBinder.in(binder).bind(Descriptor.class, "gap", Gap.class);
 * }</pre>
 */
public final class VariantBinder {
    private final Multibinder<Variant> variants;

    private VariantBinder(Multibinder<Variant> variants) {
        this.variants = variants;
    }

    /** The registry that a Guice module adds to. */
    public static VariantBinder in(Binder binder) {
        return new VariantBinder(Multibinder.newSetBinder(binder, Variant.class));
    }

    /**
     * Adds a variant.
     *
     * @param family the interface of the family
     * @param name the value of {@code "type"} in JSON
     * @param type the record; its components are the JSON keys
     * @return this, for the next line
     */
    public <F, R extends Record> VariantBinder bind(Class<F> family, String name, Class<R> type) {
        variants.addBinding().toInstance(new Variant(family, name, type));
        return this;
    }
}
