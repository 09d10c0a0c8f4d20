package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lichen.app.cli.worker.Inbox;
import lichen.app.cli.worker.OpenWorkshop;
import lichen.app.cli.worker.Order;
import lichen.app.cli.worker.ReplyDisplay;
import lichen.app.cli.worker.Workshop;
import lichen.app.experiment.Session;
import lichen.core.backend.BackendChoice;
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

    private final Workshop workshop;
    private final Console console;

    @Inject
    WorkerCommand(Workshop workshop, Console console) {
        this.workshop = workshop;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        System.setOut(System.err); // what a library prints is no reply
        Path here = Path.of("").toAbsolutePath();
        try (RunDirectory run = RunDirectory.join(folder);
                Interruption interruption = new Interruption();
                Inbox inbox = Inbox.of(System.in)) {
            interruption.onInterrupt(inbox::close);
            OpenWorkshop open = workshop.open(choice, backend.force());
            for (Optional<Order> next = inbox.next(); next.isPresent(); next = inbox.next()) {
                Order order = next.orElseThrow();
                Session session = open.session(run.part(order.part()), new ReplyDisplay(console.out()), inbox::onClose);
                console.out().println(open.make(order, here, session).line());
            }
        }
        return ExitCode.DONE;
    }
}
