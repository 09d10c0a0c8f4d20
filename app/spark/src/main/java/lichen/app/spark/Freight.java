package lichen.app.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import lichen.app.cli.worker.Order;
import lichen.app.cli.worker.Posting;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Session;
import lichen.app.experiment.Workbench;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;
import lichen.io.json.ConfigWriter;
import lichen.io.run.InputFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Packs what executors are sent. They share no folder with this process: of each file that an experiment names they get the contents.
 * Each file is read once in a run.
 */
final class Freight {
    /** Spark sends no array that is much longer. */
    private static final int MOST_BYTES = 1 << 30;

    private final JavaSparkContext context;
    private final Posting posting;
    private final Map<Object, String> names = new HashMap<>();
    private final Map<String, Broadcast<byte[]>> contents = new HashMap<>();

    Freight(JavaSparkContext context, Posting posting) {
        this.context = context;
        this.posting = posting;
    }

    /**
     * Packs a part.
     *
     * @throws IOException if a file that it names cannot be read, or is too large
     */
    synchronized Parcel parcel(Workbench part, String key, Session session) throws IOException {
        Packing packing = new Packing();
        String experiment = ConfigWriter.naming(part.config().registry(), packing)
                .write((Record) part.config().value(), Experiment.class);
        Order order = new Order(session.run().name(), key, experiment);
        return new Parcel(order.line(), session.run().config(), packing.inputs, posting.device(), posting.force());
    }

    /** Names files by what is in them, and remembers which they are. */
    private final class Packing implements ConfigWriter.Naming {
        private final Map<String, Broadcast<byte[]>> inputs = new HashMap<>();

        @Override
        public String file(FileReference file) throws IOException {
            if (file.isBundled()) {
                return file.name();
            }
            if (!names.containsKey(file)) {
                String name =
                        InputFile.of(file).sha256() + "/" + Path.of(file.name()).getFileName();
                names.put(file, name);
                send(name, file);
            }
            String name = String.valueOf(names.get(file));
            add(name);
            return name;
        }

        @Override
        public String folder(FolderReference folder) throws IOException {
            if (!names.containsKey(folder)) {
                String name = InputFile.ofFolder(folder.path()).sha256();
                names.put(folder, name);
                try (Stream<Path> files = Files.walk(folder.path())) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        String within =
                                folder.path().relativize(file).toString().replace('\\', '/');
                        send(name + "/" + within, FileReference.to(file));
                    }
                }
            }
            String name = String.valueOf(names.get(folder));
            contents.keySet().stream()
                    .filter(file -> file.startsWith(name + "/"))
                    .forEach(this::add);
            return name;
        }

        private void add(String name) {
            inputs.put(name, contents.get(name));
        }
    }

    private void send(String name, FileReference file) throws IOException {
        if (!contents.containsKey(name)) {
            try (InputStream in = file.open()) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw new IOException(file.name() + ": is larger than " + (MOST_BYTES >> 20)
                            + " MiB, the most that executors are sent; run this without --engine");
                }
                contents.put(name, context.broadcast(bytes));
            }
        }
    }
}
