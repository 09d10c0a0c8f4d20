package lichen.app.cli.command;

import picocli.CommandLine.Option;

/** What the commands that compute have in common. */
final class BackendOptions {
    static final String FORCE = "--force-backend";

    @Option(names = FORCE, description = "Go on with a native library that has no oneDNN, where one with it exists.")
    private boolean force;

    /** Whether to go on with an unsuitable library. */
    boolean force() {
        return force;
    }
}
