package lichen.app;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.app.command.CommandModule;

/** Binds what only the program has. */
public final class AppModule implements Module {
    @Override
    public void configure(Binder binder) {
        binder.install(new CommandModule());
    }
}
