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
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.io.json.ConfigWriter;

/**
 * Worker processes on this machine, started when they are needed. What one dies of another tries once more, from the last saved state.
 */
public final class Workers implements Crew {
    private static final int TRIES = 2;

    private final int size;
    private final ConfigWriter writer;
    private final JavaCommand java;
    private final List<String> command;
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
        Order order = new Order(
                session.run().name(), key, writer.write((Record) part.config().value(), Experiment.class));
        AtomicBoolean stopped = new AtomicBoolean();
        String death = "";
        for (int i = 0; i < TRIES && !stopped.get(); i++) {
            WorkerProcess worker = take();
            session.interruption().accept(() -> {
                stopped.set(true);
                worker.stop();
            });
            Optional<Reply.Ending> reply = worker.make(order, session.progress());
            session.interruption().accept(() -> stopped.set(true));
            if (reply.isPresent()) {
                give(worker);
                return reply.orElseThrow().made(part, session);
            }
            death = worker.death();
            session.run().discardUnfinished();
            if (!stopped.get()) {
                session.progress().message(order.part() + ": " + death);
            }
        }
        return Made.atOnce(stopped.get() ? Verdict.interrupted("interrupted") : Verdict.failed(death));
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
