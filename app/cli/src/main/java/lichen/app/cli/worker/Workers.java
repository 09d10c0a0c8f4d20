package lichen.app.cli.worker;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Made;
import lichen.app.experiment.Session;
import lichen.app.experiment.ThisProcess;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.Workforce;
import lichen.io.file.FullDiskException;
import lichen.io.json.ConfigException;
import lichen.io.json.ConfigWriter;

/**
 * Worker processes on this machine, started when they are needed. What one dies of another tries once more, from the last saved state.
 * What is no variant, as the controls of a comparison, takes a moment only and is made in this process.
 */
public final class Workers implements Workforce, AutoCloseable {
    private static final int TRIES = 2;

    private final int size;
    private final ConfigWriter writer;
    private final JavaCommand java;
    private final List<String> command;
    private final Workforce here = new ThisProcess();
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();

    /**
     * So many workers.
     *
     * @param writer writes what is sent to them
     * @param main the class whose main method makes a process a worker
     * @param arguments what that is given
     */
    public Workers(int size, ConfigWriter writer, String main, List<String> arguments) {
        this.size = size;
        this.writer = writer;
        java = new JavaCommand(size);
        command = java.of(main, arguments);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Made make(Workbench part, String key, Session session) throws IOException {
        Experiment experiment = part.config().value();
        if (part.config().registry().variants(Experiment.class).stream()
                .noneMatch(variant -> variant.type() == experiment.getClass())) {
            synchronized (here) {
                return here.make(part, key, session);
            }
        }
        Order order = new Order(session.run().name(), key, writer.write((Record) experiment, Experiment.class));
        AtomicBoolean stopped = new AtomicBoolean();
        String death = "";
        for (int i = 0; i < TRIES && !stopped.get(); i++) {
            WorkerProcess worker = take();
            session.interruption().accept(() -> {
                stopped.set(true);
                worker.stop();
            });
            Optional<Reply> reply = worker.make(order, session.progress());
            session.interruption().accept(() -> stopped.set(true));
            if (reply.isPresent()) {
                give(worker);
                return made(reply.orElseThrow(), part, session);
            }
            death = worker.death();
            session.run().discardUnfinished();
            if (!stopped.get()) {
                session.progress().message(order.part() + ": " + death);
            }
        }
        return new Made(stopped.get() ? Verdict.interrupted("interrupted") : Verdict.failed(death), 0);
    }

    private static Made made(Reply reply, Workbench part, Session session) throws IOException {
        if (reply instanceof Reply.NoRoom full) {
            throw new FullDiskException(full.message());
        }
        if (reply instanceof Reply.Refusal refusal) {
            ConfigException told = new ConfigException(refusal.faults().stream()
                    .map(fault -> part.config().problemAt(fault.path(), fault.message()))
                    .toList());
            return new Made(ThisProcess.failed(told), 0);
        }
        Reply.End end = (Reply.End) reply;
        return new Made(verdict(end, session), end.seconds());
    }

    private static Verdict verdict(Reply.End end, Session session) {
        return switch (end.status()) {
            case DONE -> Verdict.done(end.message(), session.run().folder());
            case PARTIAL -> Verdict.partial(end.message(), session.run().folder());
            case INTERRUPTED, RUNNING -> Verdict.interrupted(end.message());
            case FAILED -> Verdict.failed(end.message());
        };
    }

    private WorkerProcess take() throws IOException {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return WorkerProcess.start(command, java.threads());
    }

    private void give(WorkerProcess worker) {
        synchronized (idle) {
            idle.push(worker);
        }
    }

    /** Lets all of them end. */
    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(WorkerProcess::stop);
            idle.forEach(WorkerProcess::close);
            idle.clear();
        }
    }
}
