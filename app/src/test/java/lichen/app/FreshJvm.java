package lichen.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** Starts a command with the class path of the tests. */
    public static FreshJvm start(Path folder, String... arguments) throws IOException {
        return start(folder, ClassPath.ofTests(), List.of("-Xmx512m"), arguments);
    }

    /** Starts a command; its output goes to files in the folder. */
    static FreshJvm start(Path folder, String classPath, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new FreshJvm(process, out, err);
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
