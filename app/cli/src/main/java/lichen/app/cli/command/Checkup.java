package lichen.app.cli.command;

import com.google.inject.Inject;
import java.util.function.Consumer;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Workbench;
import lichen.core.random.RandomStreams;
import lichen.io.image.ImageCodec;
import lichen.io.json.Config;

/** What is told of an experiment before anything computes: by {@code check}, and before an experiment is opened. */
final class Checkup {
    private final ImageCodec images;

    @Inject
    Checkup(ImageCodec images) {
        this.images = images;
    }

    /**
     * Returns what the experiment is opened with, if nothing is wrong with it.
     *
     * @throws lichen.io.json.ConfigException with everything that is wrong
     */
    Workbench require(Config<Experiment> config) {
        return require(config, inspection -> {});
    }

    /** As {@link #require}, and decodes the images too, which a run would do next. */
    void requireAll(Config<Experiment> config) {
        require(config, Inspection::decodeImages);
    }

    private Workbench require(Config<Experiment> config, Consumer<Inspection> further) {
        Experiment experiment = config.value();
        Workbench workbench = new Workbench(config, images, new RandomStreams(experiment.seed()));
        Inspection inspection = new Inspection(workbench, NamedFiles.missing(config));
        experiment.inspect(inspection);
        further.accept(inspection);
        inspection.throwAny();
        return workbench;
    }
}
