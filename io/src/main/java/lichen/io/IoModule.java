package lichen.io;

import com.google.inject.Binder;
import com.google.inject.Module;
import com.google.inject.Singleton;
import lichen.core.plugin.VariantBinder;
import lichen.io.data.DataSource;
import lichen.io.data.Patches;
import lichen.io.image.ImageCodec;
import lichen.io.json.Catalogue;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigSchema;
import lichen.io.json.ConfigWriter;
import lichen.io.json.Registry;

/** Binds what reads and writes files. */
public final class IoModule implements Module {
    @Override
    public void configure(Binder binder) {
        VariantBinder.in(binder).bind(DataSource.class, "patches", Patches.class);
        binder.bind(Registry.class).in(Singleton.class);
        binder.bind(Catalogue.class);
        binder.bind(ConfigReader.class);
        binder.bind(ConfigSchema.class);
        binder.bind(ConfigWriter.class);
        binder.bind(ImageCodec.class);
    }
}
