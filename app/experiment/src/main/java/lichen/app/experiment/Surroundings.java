package lichen.app.experiment;

import java.util.List;
import lichen.io.run.InputFile;

/**
 * What can change a result besides the experiment and its files.
 *
 * @param version Lichen's version
 * @param device what computes, in one word
 * @param plugins the SHA-256 of what is on the class path besides Lichen
 */
public record Surroundings(String version, String device, List<String> plugins) {
    /** Copies the list; the order of a class path does not count. */
    public Surroundings {
        plugins = plugins.stream().sorted().toList();
    }

    /** Those of this process. */
    public static Surroundings of(String device, List<InputFile> plugins) {
        return new Surroundings(
                Version.number(),
                device,
                plugins.stream().map(InputFile::sha256).toList());
    }
}
