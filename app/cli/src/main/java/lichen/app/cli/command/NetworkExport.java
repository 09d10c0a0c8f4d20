package lichen.app.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lichen.core.backend.BackendChoice;
import lichen.core.plugin.FileReference;
import lichen.io.file.Refuge;
import lichen.model.deeplearning4j.Dl4jExporter;
import lichen.model.foreign.UnreadableException;
import lichen.model.graph.Graph;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a network goes as a zip of Deeplearning4j. */
final class NetworkExport {
    private static final String TO = "--to";

    @Option(
            names = TO,
            paramLabel = "<out.zip>",
            description = "Write it as a zip of Deeplearning4j, a ComputationGraph of images [N,3,H,W].")
    private Optional<Path> to = Optional.empty();

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    @Mixin
    private BackendOptions backend = new BackendOptions();

    /**
     * Checks that the zip may be written.
     *
     * @param network the file that is read
     */
    void require(FileReference network) throws IOException {
        if (to.isPresent()) {
            List<Path> from = network.isBundled() ? List.of() : List.of(Path.of(network.name()));
            new NewFile(TO, ".zip", "network").require(to.get(), from, force);
        }
    }

    /**
     * Writes the zip, if one is wanted: whole, or not at all, but then elsewhere.
     *
     * @throws InputException if Deeplearning4j lacks a layer
     */
    void write(Graph graph, Console console) throws IOException {
        if (to.isPresent()) {
            backend.start(BackendChoice.CPU);
            Refuge.write(to.get(), out -> {
                try {
                    Dl4jExporter.write(graph, out);
                } catch (UnreadableException e) {
                    throw new InputException(TO + " " + to.get() + ": the network " + e.reason());
                }
            });
            console.out().println();
            console.out()
                    .println(to.get()
                            + ": the network, for Deeplearning4j: ModelSerializer.restoreComputationGraph(file)");
        }
    }
}
