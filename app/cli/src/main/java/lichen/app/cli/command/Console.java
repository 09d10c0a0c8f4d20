package lichen.app.cli.command;

import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * Where commands write.
 *
 * @param out what was asked for
 * @param err what went wrong, and progress
 */
public record Console(PrintWriter out, PrintWriter err) {
    /** The console of the process. */
    public static Console ofProcess() {
        return new Console(
                new PrintWriter(System.out, true, Charset.defaultCharset()),
                new PrintWriter(System.err, true, Charset.defaultCharset()));
    }
}
