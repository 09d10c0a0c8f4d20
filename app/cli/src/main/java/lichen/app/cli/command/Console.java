package lichen.app.cli.command;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * Where commands write.
 *
 * @param out what was asked for
 * @param err what went wrong, and progress
 * @param bytes what was asked for, where that is no text
 */
public record Console(PrintWriter out, PrintWriter err, OutputStream bytes) {
    /** A console that shows texts alone. */
    public Console(PrintWriter out, PrintWriter err) {
        this(out, err, OutputStream.nullOutputStream());
    }

    /** The console of the process. */
    public static Console ofProcess() {
        return new Console(
                new PrintWriter(System.out, true, Charset.defaultCharset()),
                new PrintWriter(System.err, true, Charset.defaultCharset()),
                System.out);
    }
}
