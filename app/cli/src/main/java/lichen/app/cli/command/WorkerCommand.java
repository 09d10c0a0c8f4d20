package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lichen.app.cli.plugin.PluginFiles;
import lichen.app.cli.worker.Inbox;
import lichen.app.cli.worker.Order;
import lichen.app.cli.worker.Reply;
import lichen.app.cli.worker.ReplyDisplay;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Made;
import lichen.app.experiment.Session;
import lichen.app.experiment.Surroundings;
import lichen.app.experiment.ThisProcess;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.trial.TrialKeys;
import lichen.core.backend.BackendChoice;
import lichen.core.random.RandomStreams;
import lichen.io.file.FullDiskException;
import lichen.io.image.ImageCodec;
import lichen.io.json.Config;
import lichen.io.json.ConfigException;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lichen worker}: makes parts of a run for the process that runs it, which starts it and asks on standard input. */
@Command(name = WorkerCommand.NAME, hidden = true, description = "Makes parts of a run, as lichen run --jobs asks.")
public final class WorkerCommand implements Callable<Integer> {
    static final String NAME = "worker";
    static final String BACKEND = "--backend";

    @Parameters(paramLabel = "<run>", description = "The run's folder.")
    private Path folder = Path.of("");

    @Option(names = BACKEND, description = "What computes.")
    private BackendChoice choice = BackendChoice.AUTO;

    @Mixin
    private BackendOptions backend = new BackendOptions();

    private final ConfigReader reader;
    private final ImageCodec images;
    private final PluginFiles plugins;
    private final Console console;

    @Inject
    WorkerCommand(ConfigReader reader, ImageCodec images, PluginFiles plugins, Console console) {
        this.reader = reader;
        this.images = images;
        this.plugins = plugins;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        System.setOut(System.err); // what a library prints is no reply
        try (RunDirectory run = RunDirectory.join(folder);
                Interruption interruption = new Interruption();
                Inbox inbox = Inbox.of(System.in)) {
            interruption.onInterrupt(inbox::close);
            Surroundings surroundings = Surroundings.of(backend.start(choice).device(), plugins.hashes());
            for (Optional<Order> order = inbox.next(); order.isPresent(); order = inbox.next()) {
                Session session = new Session(
                        run.part(order.orElseThrow().part()),
                        images,
                        new ReplyDisplay(console.out()),
                        inbox::onClose,
                        true,
                        surroundings,
                        new ThisProcess(),
                        () -> {});
                console.out().println(make(order.orElseThrow(), session).line());
            }
        }
        return ExitCode.DONE;
    }

    private Reply make(Order order, Session session) {
        long start = System.nanoTime();
        try {
            ConfigText text = new ConfigText(order.part(), Path.of("").toAbsolutePath(), order.experiment());
            Config<Experiment> config = reader.read(text, List.of(), Experiment.class);
            requireSame(order, config, session);
            Workbench part = new Workbench(
                    config, images, new RandomStreams(config.value().seed()));
            return reply(Made.since(start, ThisProcess.run(part, session)));
        } catch (ConfigException e) {
            return Reply.Refusal.of(e.problems());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return FullDiskException.isBehind(e)
                    ? new Reply.NoRoom(Failures.sentence(e))
                    : reply(Made.since(start, ThisProcess.failed(e)));
        }
    }

    /** What this process reads must be what the other has read. */
    private static void requireSame(Order order, Config<Experiment> config, Session session) throws IOException {
        String key = new TrialKeys(config.registry(), session.surroundings()).of(config.value());
        if (!key.equals(order.key())) {
            throw new IOException(
                    "a file that it names, or a plug-in, has changed while the run was at work; bring back what was there, or run it"
                            + " under a new --name");
        }
    }

    private static Reply reply(Made made) {
        return new Reply.End(made.verdict().status(), made.verdict().message(), made.seconds());
    }
}
