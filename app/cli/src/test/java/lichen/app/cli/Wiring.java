package lichen.app.cli;

import com.google.inject.Injector;
import java.io.PrintWriter;
import java.io.Writer;
import lichen.app.cli.command.Console;
import lichen.app.cli.plugin.Plugins;

/** The program's objects without its commands' output, for tests that ask what is registered. */
public final class Wiring {
    private Wiring() {}

    /** All of Lichen, no plug-ins, a console that shows nothing. */
    public static Injector injector() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.injector(new Console(nowhere, nowhere), Plugins.NONE);
    }
}
