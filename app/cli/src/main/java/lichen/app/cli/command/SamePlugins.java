package lichen.app.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lichen.io.run.InputFile;
import lichen.io.run.Manifest;

/** Sees to it that a run goes on with the plug-ins that it began with: others may compute something else by the same name. */
final class SamePlugins {
    private SamePlugins() {}

    /** Compares contents; a jar may have moved. */
    static void require(Path run, Manifest earlier, Manifest now) {
        Set<String> before = all(earlier, InputFile::sha256);
        Set<String> after = all(now, InputFile::sha256);
        Set<String> known = all(earlier, InputFile::name);
        Set<String> present = all(now, InputFile::name);
        List<String> differences = new ArrayList<>();
        for (InputFile plugin : now.plugins()) {
            if (!before.contains(plugin.sha256())) {
                differences.add(plugin.name() + (known.contains(plugin.name()) ? " has changed" : " was not there"));
            }
        }
        for (InputFile plugin : earlier.plugins()) {
            if (!after.contains(plugin.sha256()) && !present.contains(plugin.name())) {
                differences.add(plugin.name() + " is missing");
            }
        }
        if (!differences.isEmpty()) {
            throw new InputException(run + ": the plug-ins are not those that the run began with: "
                    + String.join("; ", differences) + "; bring back what was there, or choose a new --name");
        }
    }

    private static Set<String> all(Manifest manifest, Function<InputFile, String> part) {
        return manifest.plugins().stream().map(part).collect(Collectors.toSet());
    }
}
