package lichen.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lichen.app.command.Console;

/**
 * How a command ended.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Outcome(int code, String out, String err) {
    private static final long PATIENCE_SECONDS = 120;

    /** Runs a command in this JVM. */
    public static Outcome of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new Console(new PrintWriter(out, true), new PrintWriter(err, true)), arguments);
        return new Outcome(code, lines(out.toString()), lines(err.toString()));
    }

    /** Runs a command in a fresh JVM with a jar on its class path. */
    public static Outcome ofFreshJvm(Path folder, Path jar, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", ClassPath.ofTestsAnd(jar), Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("no answer within " + PATIENCE_SECONDS + " s: " + command);
        }
        return new Outcome(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return lines(Files.readString(file, StandardCharsets.UTF_8));
    }

    private static String lines(String text) {
        return text.replace(System.lineSeparator(), "\n");
    }
}
