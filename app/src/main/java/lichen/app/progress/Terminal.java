package lichen.app.progress;

import java.io.Console;

/** Whether somebody is looking. */
final class Terminal {
    private Terminal() {}

    /** Whether standard output is a terminal that can redraw a line. */
    static boolean isStandardOutput() {
        Console console = System.console();
        return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM"));
    }

    /** From Java 22 on there is a console even without a terminal, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
