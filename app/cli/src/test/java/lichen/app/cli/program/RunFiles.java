package lichen.app.cli.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run of several parts has left.
 *
 * @param run its folder
 */
public record RunFiles(Path run) {
    /** How the parts stand that have begun. */
    public List<String> states() throws IOException {
        List<String> states = new ArrayList<>();
        try (Stream<Path> parts = Files.list(run.resolve("parts"))) {
            for (Path part : parts.toList()) {
                Path state = part.resolve("trial.json");
                if (Files.exists(state)) {
                    states.add(Files.readString(state).replaceFirst("(?s).*\"status\": \"(\\w+)\".*", "$1"));
                }
            }
        }
        return states;
    }

    /** All files by their names, without times and the run's name, but for those that tell when and how it was made. */
    public Map<String, String> timeless() throws IOException {
        String name = String.valueOf(run.getFileName());
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(run)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = run.relativize(file).toString().replace('\\', '/');
                if (!path.matches("[.].*|manifest[.]json|report[.]html|levels[.]tex")) {
                    files.put(path, Timeless.text(file).replace(name, "NAME"));
                }
            }
        }
        return files;
    }
}
