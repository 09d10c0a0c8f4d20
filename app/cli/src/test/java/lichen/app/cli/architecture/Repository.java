package lichen.app.cli.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of all modules, as text. */
final class Repository {
    /** The modules, as their folders are called. */
    static final List<String> MODULES = List.of(
            "core", "model", "descriptor", "synthesis", "io", "app/quality", "app/experiment", "app/cli", "app/spark");

    private static final Path ROOT = root();

    private Repository() {}

    /** The module of a type, by its package: a name within {@code lichen.app} is a room of app. */
    static String moduleOf(String type) {
        return MODULES.stream()
                .filter(module -> type.startsWith("lichen." + module.replace('/', '.') + "."))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " is in no module"));
    }

    /** A file or folder of a module. */
    static Path file(String module, String path) {
        return ROOT.resolve(module).resolve(path);
    }

    /** The text of a file of a module. */
    static String text(String module, String path) {
        return text(file(module, path));
    }

    /** The text of a file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All Java files under a source folder, {@code src/main/java} or {@code src/test/java}, of all modules. */
    static List<Path> javaFiles(String folder) {
        return MODULES.stream()
                .flatMap(module -> javaFiles(file(module, folder)))
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("core/src/main/java"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("no sources of Lichen at or above the working folder");
            }
            folder = parent;
        }
        return folder;
    }
}
