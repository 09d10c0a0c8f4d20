package lichen.app.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lichen.app.cli.worker.Reply;
import lichen.app.experiment.Made;
import lichen.app.experiment.Session;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.trial.TrialState;
import lichen.io.file.AtomicFiles;

/**
 * What an executor sends back of one part.
 *
 * @param ending how it ended, as a line
 * @param notes what there was to say meanwhile
 * @param files what it has left in its folder
 */
record Delivery(String ending, List<String> notes, Map<String, byte[]> files) implements Serializable {
    /** Copies both. */
    Delivery {
        notes = List.copyOf(notes);
        files = Map.copyOf(files);
    }

    /** All of a folder that is a result. */
    static Delivery of(Reply.Ending ending, List<String> notes, Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : TrialState.namesIn(folder)) {
            files.put(name, Files.readAllBytes(folder.resolve(name)));
        }
        return new Delivery(ending.line(), notes, files);
    }

    /** Puts it into the folder of the part, file by file, and says what has come of it. */
    Made made(Workbench part, Session session) throws IOException {
        Path folder = session.run().folder();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            AtomicFiles.write(path, out -> out.write(file.getValue()));
        }
        notes.forEach(session.progress()::message);
        if (Reply.of(ending) instanceof Reply.Ending last) {
            return last.made(part, session);
        }
        throw new IOException(session.run().name() + ": an executor has answered \"" + ending + "\"");
    }
}
