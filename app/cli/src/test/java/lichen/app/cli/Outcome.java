package lichen.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import lichen.app.cli.command.Console;

/**
 * How a command ended.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Outcome(int code, String out, String err) {
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
        return FreshJvm.start(folder, options, ClassPath.ofTestsAnd(jar), Main.class, arguments)
                .outcome();
    }

    private static String lines(String text) {
        return text.replace(System.lineSeparator(), "\n");
    }
}
