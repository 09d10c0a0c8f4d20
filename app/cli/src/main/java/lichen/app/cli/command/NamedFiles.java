package lichen.app.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import lichen.io.file.FailureWords;
import lichen.io.json.Config;
import lichen.io.json.Problem;

/** The files and folders that a config names. */
final class NamedFiles {
    private NamedFiles() {}

    /** A problem for each file and folder that is not there or cannot be read, naming the setting that gives another. */
    static List<Problem> missing(Config<?> config) {
        List<Problem> missing = new ArrayList<>();
        config.files().forEach((path, file) -> {
            try (InputStream stream = file.open()) {
                stream.read();
            } catch (IOException e) {
                missing.add(problem(config, path, FailureWords.of(e), "file"));
            }
        });
        config.folders().forEach((path, folder) -> {
            if (!Files.isDirectory(folder.path())) {
                String found = Files.exists(folder.path()) ? "is a file, not a folder" : "no such folder";
                missing.add(problem(config, path, folder + ": " + found, "folder"));
            }
        });
        return missing;
    }

    private static Problem problem(Config<?> config, String path, String found, String kind) {
        String key = path.replaceFirst("^\\$\\.", "");
        return config.problemAt(
                path, found + ". Check the name, or name another " + kind + " with -s " + key + "=<" + kind + ">");
    }
}
