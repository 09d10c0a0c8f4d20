package lichen.app.experiment.bundled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import lichen.core.plugin.FileReference;

/** The experiments that come along, with Lichen or with a plug-in. */
public final class BundledExperiments {
    private static final String FOLDER = "lichen/bundled/experiments/";
    private static final String ENDING = ".json";

    private BundledExperiments() {}

    /** Their names in alphabetical order. */
    public static List<String> names() {
        try {
            return Collections.list(FileReference.class.getClassLoader().getResources(FOLDER)).stream()
                    .flatMap(BundledExperiments::files)
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them as a file. */
    public static FileReference file(String name) {
        return new FileReference("bundled:experiments/" + name + ENDING);
    }

    private static Stream<String> files(URL folder) {
        try {
            if (folder.openConnection() instanceof JarURLConnection jar) {
                return jar.getJarFile().stream()
                        .map(ZipEntry::getName)
                        .filter(entry -> entry.startsWith(FOLDER))
                        .map(entry -> entry.substring(FOLDER.length()));
            }
            try (Stream<Path> paths = Files.list(Path.of(URI.create(folder.toString())))) {
                return paths.map(path -> String.valueOf(path.getFileName())).toList().stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
