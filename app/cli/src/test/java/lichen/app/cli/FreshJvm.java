package lichen.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command at work in a JVM of its own.
 *
 * @param process the JVM
 * @param out the file of its standard output
 * @param err the file of its standard error
 */
public record FreshJvm(Process process, Path out, Path err) {
    private static final long PATIENCE_SECONDS = 120;
    private static final List<String> QUICK_TO_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Starts a command with the class path of the tests. */
    public static FreshJvm start(Path folder, String... arguments) throws IOException {
        return startMain(Main.class, folder, List.of("-Xmx512m"), arguments);
    }

    /** Starts a command with a jar on its class path as well. */
    public static FreshJvm startWith(Path jar, Path folder, String... arguments) throws IOException {
        return start(folder, List.of("-Xmx512m"), ClassPath.ofTestsAnd(jar), Main.class, arguments);
    }

    /** Starts a command with a jar on its class path, options for Java and variables of its environment. */
    public static FreshJvm startWith(
            Path jar, Path folder, List<String> options, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(folder, options, environment, ClassPath.ofTestsAnd(jar), Main.class, arguments);
    }

    /** Starts any main class with options for Java, and the class path of the tests. */
    public static FreshJvm startMain(Class<?> main, Path folder, List<String> options, String... arguments)
            throws IOException {
        return start(folder, options, ClassPath.ofTests(), main, arguments);
    }

    /** Starts it in the language of this JVM, if the options name no other; its output goes to files in the folder. */
    static FreshJvm start(Path folder, List<String> options, String classPath, Class<?> main, String... arguments)
            throws IOException {
        return start(folder, options, Map.of(), classPath, main, arguments);
    }

    private static FreshJvm start(
            Path folder,
            List<String> options,
            Map<String, String> environment,
            String classPath,
            Class<?> main,
            String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(QUICK_TO_START);
        command.add("-Duser.language=" + Locale.getDefault().getLanguage());
        command.add("-Duser.country=" + Locale.getDefault().getCountry());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new FreshJvm(builder.start(), out, err);
    }

    /** Waits for its end. */
    public Outcome outcome() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "no end within " + PATIENCE_SECONDS + " s; so far: " + read(out) + read(err));
        }
        return new Outcome(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
