package lichen.app.cli.command;

import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.backend.EnvironmentReport;
import picocli.CommandLine.Option;

/** What the commands that compute have in common. */
final class BackendOptions {
    static final String FORCE = "--force-backend";

    @Option(names = FORCE, description = "Go on with a native library that has no oneDNN, where one with it exists.")
    private boolean force;

    /** Starts what computes. */
    EnvironmentReport start(BackendChoice choice) {
        return Backend.start(choice, force).report();
    }

    /** Whether to go on with an unsuitable library. */
    boolean force() {
        return force;
    }
}
