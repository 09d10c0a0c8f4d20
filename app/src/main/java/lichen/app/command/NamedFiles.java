package lichen.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import lichen.io.json.Config;
import lichen.io.json.ConfigException;
import lichen.io.json.Problem;

/** The files and folders that a config names: looked for before anything else is done, so that all that are missing are told at once. */
final class NamedFiles {
    private NamedFiles() {}

    /**
     * Returns the config, if all its files and folders are there and can be read.
     *
     * @throws ConfigException naming those that are not, and the settings that give others
     */
    static <T> Config<T> require(Config<T> config) {
        List<Problem> missing = new ArrayList<>();
        config.files().forEach((path, file) -> {
            try (InputStream stream = file.open()) {
                stream.read();
            } catch (IOException e) {
                missing.add(problem(config, path, Failures.inWords(e), "file"));
            }
        });
        config.folders().forEach((path, folder) -> {
            if (!Files.isDirectory(folder.path())) {
                String found = Files.exists(folder.path()) ? "is a file, not a folder" : "no such folder";
                missing.add(problem(config, path, folder + ": " + found, "folder"));
            }
        });
        if (!missing.isEmpty()) {
            throw new ConfigException(missing);
        }
        return config;
    }

    private static Problem problem(Config<?> config, String path, String found, String kind) {
        String key = path.replaceFirst("^\\$\\.", "");
        return config.problemAt(
                path, found + ". Check the name, or name another " + kind + " with -s " + key + "=<" + kind + ">");
    }
}
