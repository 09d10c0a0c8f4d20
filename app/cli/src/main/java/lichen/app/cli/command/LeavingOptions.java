package lichen.app.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lichen.io.run.RunDirectory;
import picocli.CommandLine.Option;

/** What a command that makes pictures leaves beside them, and in whose place. */
final class LeavingOptions {
    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    @Option(names = "--keep", description = "Keep the run with its report, in runs/ under the picture's usual name.")
    private boolean keep;

    /** Whether files that are there are replaced. */
    boolean force() {
        return force;
    }

    /** Whether runs stay. */
    boolean keep() {
        return keep;
    }

    /**
     * The name of a run, if it stays.
     *
     * @throws IOException if there is one of this name
     */
    Optional<String> kept(String name) throws IOException {
        if (!keep) {
            return Optional.empty();
        }
        RunDirectory.requireNew(Path.of(RunCommand.RUNS), name);
        return Optional.of(name);
    }
}
