package lichen.model.foreign;

import java.util.List;
import lichen.core.plugin.FileReference;
import lichen.model.graph.Graph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network that another program saved, as far as it was read.
 *
 * @param format what kind of file it was
 * @param graph the network
 * @param notes what its user should know, a line each: what was left away, how the image is given
 */
public record ForeignNetwork(String format, Graph graph, List<String> notes) {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignNetwork.class);

    /** Copies the list. */
    public ForeignNetwork {
        notes = List.copyOf(notes);
    }

    /** The graph; the notes go to the log. */
    public Graph noted(FileReference file) {
        notes.forEach(note -> LOG.info("{}: {}", file, note));
        return graph;
    }
}
