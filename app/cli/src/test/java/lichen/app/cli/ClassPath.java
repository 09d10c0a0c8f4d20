package lichen.app.cli;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine;

/** The class path of the tests. */
final class ClassPath {
    private ClassPath() {}

    static String ofTests() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    }

    static String ofTestsAnd(Path jar) {
        return ofTests() + File.pathSeparator + jar;
    }

    /** What a plug-in may know: all but the command line, its libraries and the tests. */
    static String ofPlugins() {
        Set<Path> hidden = Stream.of(Main.class, ClassPath.class, CommandLine.class, ProgressBar.class)
                .map(ClassPath::home)
                .collect(Collectors.toSet());
        return Arrays.stream(ofTests().split(File.pathSeparator))
                .filter(entry -> !hidden.contains(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path home(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
