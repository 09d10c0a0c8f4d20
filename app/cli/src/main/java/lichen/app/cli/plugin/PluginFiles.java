package lichen.app.cli.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import lichen.core.plugin.FileReference;
import lichen.io.run.InputFile;

/**
 * The jars of plug-ins, and folders of their classes. Java passes over what is missing or broken on a class path; here it is
 * refused, as an experiment could mean something else without it.
 *
 * @param paths absolute, in the order of the class path
 */
public record PluginFiles(List<Path> paths) {
    /** The system property in which the launcher names them, as a class path; empty entries mean nothing. */
    static final String PROPERTY = "lichen.plugins";

    /** Keeps the order. */
    public PluginFiles {
        paths = List.copyOf(paths);
    }

    /**
     * The files of a class path: jars, folders of classes, and all that is in a folder where an entry ends in {@code *}.
     *
     * @throws PluginException if one is missing or no jar: a line for each
     */
    static PluginFiles of(String classPath) {
        List<Path> paths = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            try {
                for (Path path : entry.isEmpty() ? List.<Path>of() : expand(entry)) {
                    problem(path, entry).ifPresentOrElse(problems::add, () -> paths.add(path));
                }
            } catch (IOException | InvalidPathException e) {
                problems.add(entry + ": there is no such folder");
            }
        }
        if (!problems.isEmpty()) {
            throw PluginException.of(problems);
        }
        return new PluginFiles(paths);
    }

    /** These and others, each once. */
    PluginFiles and(List<Path> others) {
        Set<Path> all = new LinkedHashSet<>(paths);
        all.addAll(others);
        return new PluginFiles(List.copyOf(all));
    }

    /** What is in them. */
    public List<InputFile> hashes() throws IOException {
        List<InputFile> hashes = new ArrayList<>();
        for (Path path : paths) {
            hashes.add(Files.isDirectory(path) ? InputFile.ofFolder(path) : InputFile.of(FileReference.to(path)));
        }
        return hashes;
    }

    /** What an entry stands for; what is hidden in a folder is no plug-in. */
    private static List<Path> expand(String entry) throws IOException {
        if (!isFolderOfJars(entry)) {
            return List.of(absolute(entry));
        }
        try (Stream<Path> files = Files.list(absolute(entry.substring(0, entry.length() - 1)))) {
            return files.filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<String> problem(Path path, String entry) {
        if (Files.isDirectory(path)) {
            return isFolderOfJars(entry) ? Optional.of(path + ": is a folder, not a jar") : Optional.empty();
        }
        if (!Files.exists(path)) {
            return Optional.of(path + ": there is no such file or folder");
        }
        if (isFolderOfJars(entry) && !path.toString().matches(".*[.](jar|JAR)")) {
            return Optional.of(path + ": is no jar: its name does not end in .jar");
        }
        try (ZipFile jar = new ZipFile(path.toFile())) {
            return jar.size() > 0 ? Optional.empty() : Optional.of(path + ": is an empty jar");
        } catch (IOException e) {
            return Optional.of(path + ": is no jar that can be read (" + e.getMessage() + ")");
        }
    }

    private static boolean isFolderOfJars(String entry) {
        return entry.endsWith("*");
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
