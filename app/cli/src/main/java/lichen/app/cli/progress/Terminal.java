package lichen.app.cli.progress;

import java.io.Console;
import lichen.app.experiment.ProgressDisplay;

/** Where somebody may be looking. */
public final class Terminal {
    private Terminal() {}

    /** The display for this process' standard output: a bar that redraws itself on a terminal, plain lines elsewhere. */
    public static ProgressDisplay display() {
        return isStandardOutput() ? new BarDisplay(System.out) : new LineDisplay(System.out, System::nanoTime);
    }

    /** The display where standard output is for something else: plain lines on standard error. */
    public static ProgressDisplay besides() {
        return new LineDisplay(System.err, System::nanoTime);
    }

    /** Whether standard output is a terminal that can redraw a line. */
    private static boolean isStandardOutput() {
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
