package lichen.app.cli.plugin;

import com.google.inject.Module;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the jar behind a failure of the service loader, whose messages name only a class. */
final class ServiceFiles {
    private static final String FILE = "META-INF/services/" + Module.class.getName();

    private ServiceFiles() {}

    /** The jars whose service file holds a class that the message names, or all that have such a file. */
    static String naming(String message) {
        List<URL> all = all();
        List<URL> named = all.stream().filter(file -> names(file, message)).toList();
        return (named.isEmpty() ? all : named).stream().map(ServiceFiles::jar).collect(Collectors.joining(" or "));
    }

    private static List<URL> all() {
        try {
            return Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(FILE));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean names(URL file, String message) {
        try (InputStream stream = file.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .anyMatch(line -> !line.isEmpty() && message.contains(line));
        } catch (IOException e) {
            return false;
        }
    }

    private static String jar(URL file) {
        return file.toString()
                .replaceFirst("^jar:", "")
                .replaceFirst("!?/META-INF/.*$", "")
                .replaceFirst(".*/", "");
    }
}
