package lichen.app.cli.command;

import java.util.List;
import java.util.stream.Collectors;

/** A command as one types it: words that a shell would take apart or replace are quoted. */
final class ShellWords {
    private static final String PLAIN = "[\\w./:=,@%+-]+";

    private ShellWords() {}

    /** The words on one line, quoted as POSIX shells read it. */
    static String join(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
