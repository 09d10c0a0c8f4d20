package lichen.app.experiment.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lichen.core.plugin.FileReference;
import lichen.io.run.InputFile;

/**
 * A file that a trial has left.
 *
 * @param name its path in the trial's folder
 * @param sha256 the SHA-256 of its contents, 64 hexadecimal digits
 */
public record TrialFile(String name, String sha256) {
    /** The names of all that a trial has left in its folder: neither saved states nor what is hidden, nor how it stands. */
    public static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("checkpoint/") && !name.startsWith(".") && !name.contains("/."))
                    .filter(name -> !name.equals(TrialState.FILE))
                    .sorted()
                    .toList();
        }
    }

    static TrialFile of(Path folder, String name) throws IOException {
        return new TrialFile(
                name, InputFile.of(FileReference.to(folder.resolve(name))).sha256());
    }

    /** Whether it is still as it was left. */
    boolean isWholeIn(Path folder) throws IOException {
        return Files.isRegularFile(folder.resolve(name)) && equals(of(folder, name));
    }
}
