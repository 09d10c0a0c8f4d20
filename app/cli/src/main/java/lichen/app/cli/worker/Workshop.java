package lichen.app.cli.worker;

import com.google.inject.Inject;
import java.io.IOException;
import lichen.app.cli.plugin.PluginFiles;
import lichen.app.experiment.Surroundings;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.io.image.ImageCodec;
import lichen.io.json.ConfigReader;

/** Where this process makes parts of runs for another. */
public final class Workshop {
    private final ConfigReader reader;
    private final ImageCodec images;
    private final PluginFiles plugins;

    @Inject
    Workshop(ConfigReader reader, ImageCodec images, PluginFiles plugins) {
        this.reader = reader;
        this.images = images;
        this.plugins = plugins;
    }

    /** Starts what computes, once for all orders. */
    public OpenWorkshop open(BackendChoice choice, boolean force) throws IOException {
        String device = Backend.start(choice, force).report().device();
        return new OpenWorkshop(reader, images, Surroundings.of(device, plugins.hashes()));
    }
}
