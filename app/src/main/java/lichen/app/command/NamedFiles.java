package lichen.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import lichen.io.json.Config;
import lichen.io.json.ConfigException;
import lichen.io.json.Problem;

/** The files that a config names: looked for before anything else is done, so that all that are missing are told at once. */
final class NamedFiles {
    private NamedFiles() {}

    /**
     * Returns the config, if all its files are there and can be read.
     *
     * @throws ConfigException naming those that are not, and the settings that give others
     */
    static <T> Config<T> require(Config<T> config) {
        List<Problem> missing = new ArrayList<>();
        config.files().forEach((path, file) -> {
            try (InputStream stream = file.open()) {
                stream.read();
            } catch (IOException e) {
                String key = path.replaceFirst("^\\$\\.", "");
                missing.add(config.problemAt(
                        path,
                        Failures.inWords(e) + ". Check the name, or name another file with -s " + key + "=<file>"));
            }
        });
        if (!missing.isEmpty()) {
            throw new ConfigException(missing);
        }
        return config;
    }
}
