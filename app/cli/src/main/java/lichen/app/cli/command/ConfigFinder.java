package lichen.app.cli.command;

import com.google.inject.Inject;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.bundled.BundledExperiments;
import lichen.core.plugin.FileReference;
import lichen.io.json.Config;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.json.DidYouMean;

/** Finds the experiment that a user means: a config file, or the name of one that comes along. */
final class ConfigFinder {
    private final ConfigReader reader;

    @Inject
    ConfigFinder(ConfigReader reader) {
        this.reader = reader;
    }

    /**
     * Reads an experiment, as {@link #find} finds it.
     *
     * @throws lichen.io.json.ConfigException with everything that is wrong with it
     */
    Config<Experiment> read(String name, SettingOptions options) {
        return reader.read(find(name), options.settings(), Experiment.class);
    }

    /**
     * Reads a config's text.
     *
     * @param name a path, or a name such as {@code quickstart}; a file of that name is preferred
     * @throws InputException if there is neither
     * @throws lichen.io.json.ConfigException if the file cannot be read
     */
    ConfigText find(String name) {
        Path path = path(name);
        if (Files.exists(path) || name.endsWith(".json") || path.getNameCount() > 1) {
            return ConfigText.read(FileReference.to(path), name);
        }
        List<String> bundled = BundledExperiments.names();
        if (!bundled.contains(name)) {
            throw new InputException(name + ": no such file, and no experiment of this name comes along. "
                    + DidYouMean.among(name, bundled));
        }
        return ConfigText.read(BundledExperiments.file(name), name);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new InputException(name + ": is not a path of this system: " + e.getReason());
        }
    }
}
