package lichen.app.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lichen.app.cli.Main;
import lichen.app.cli.worker.OpenWorkshop;
import lichen.app.cli.worker.Order;
import lichen.app.cli.worker.Reply;
import lichen.core.backend.BackendChoice;
import lichen.io.file.AtomicFiles;
import lichen.io.file.ScratchFolder;
import lichen.io.run.RunDirectory;
import org.apache.spark.SparkFiles;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/**
 * The workshop of an executor, opened once, and the files that it was sent. It makes one part at a time. What it writes is in the
 * executor's own folder, which Spark clears away after one that was killed.
 */
final class Outpost {
    private static @Nullable Outpost only;

    private final OpenWorkshop workshop;
    private final Path home = Path.of(SparkFiles.getRootDirectory()).toAbsolutePath();
    private final ScratchFolder inputs = new ScratchFolder(home);

    private Outpost(OpenWorkshop workshop) throws IOException {
        this.workshop = workshop;
        Runtime.getRuntime().addShutdownHook(new Thread(this::clear, "outpost"));
    }

    /** That of this process. */
    static synchronized Outpost open(Parcel parcel) throws IOException {
        if (only == null) {
            BackendChoice device = BackendChoice.valueOf(parcel.device().toUpperCase(Locale.ROOT));
            only = new Outpost(Main.workshop().open(device, parcel.force()));
        }
        return Objects.requireNonNull(only);
    }

    /**
     * Makes a part in a folder that is gone afterwards.
     *
     * @throws IOException if this machine has no room for it: another may have
     */
    synchronized Delivery make(Parcel parcel) throws IOException {
        unpack(parcel.inputs());
        Order order = Order.of(parcel.order());
        Notes notes = new Notes();
        try (ScratchFolder scratch = new ScratchFolder(home);
                RunDirectory run = RunDirectory.create(scratch.path(), "run", parcel.run())) {
            RunDirectory part = run.part(order.part());
            Reply.Ending ending = workshop.make(order, inputs.path(), workshop.session(part, notes));
            if (ending instanceof Reply.NoRoom full) {
                throw new IOException(full.message());
            }
            return Delivery.of(ending, notes.lines(), part.folder());
        }
    }

    private void unpack(Map<String, Broadcast<byte[]>> files) throws IOException {
        for (Map.Entry<String, Broadcast<byte[]>> file : files.entrySet()) {
            Path path = inputs.path().resolve(file.getKey());
            if (!Files.exists(path)) {
                Files.createDirectories(path.getParent());
                AtomicFiles.write(path, out -> out.write(file.getValue().value()));
            }
        }
    }

    private void clear() {
        try {
            inputs.close();
        } catch (IOException e) {
            // They are in a folder of Spark's.
            return;
        }
    }
}
