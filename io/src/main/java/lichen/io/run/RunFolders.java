package lichen.io.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lichen.io.file.AtomicFiles;

/** Clears away what a killed process left behind. */
final class RunFolders {
    private RunFolders() {}

    /** Deletes a folder with what is in it, if it exists. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        for (Path path : paths(folder)) {
            Files.delete(path);
        }
    }

    /** Deletes the unfinished files in a folder and its folders. */
    static void deleteUnfinished(Path folder) throws IOException {
        for (Path path : paths(folder)) {
            String name = String.valueOf(path.getFileName());
            if (name.startsWith(".") && name.endsWith(AtomicFiles.PARTIAL)) {
                Files.delete(path);
            }
        }
    }

    /** All paths below, the deepest first. */
    private static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        }
    }
}
