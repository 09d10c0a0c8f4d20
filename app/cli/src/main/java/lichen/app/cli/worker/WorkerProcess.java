package lichen.app.cli.worker;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lichen.app.experiment.ProgressDisplay;

/** A worker as the process sees it that started it: it takes one order at a time. */
final class WorkerProcess implements AutoCloseable {
    /** Longer than an evaluation; a state that is not saved until then is the last one. */
    private static final long PATIENCE_SECONDS = 120;

    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Writer orders;
    private final BufferedReader replies;

    private WorkerProcess(Process process) {
        this.process = process;
        orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        replies = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one; what it has to say besides replies goes to this process' standard error. */
    static WorkerProcess start(List<String> command, int threads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        return new WorkerProcess(builder.start());
    }

    /**
     * Has an order carried out.
     *
     * @return how it ended; empty if the process died of it
     */
    Optional<Reply.Ending> make(Order order, ProgressDisplay progress) {
        try {
            orders.write(order.line() + "\n");
            orders.flush();
            for (String line = replies.readLine(); line != null; line = replies.readLine()) {
                Reply reply = Reply.of(line);
                if (reply instanceof Reply.Progress far) {
                    progress.update(far.done(), far.total(), far.counted(), Double.NaN);
                } else if (reply instanceof Reply.Message message) {
                    progress.message(message.text());
                } else if (reply instanceof Reply.Ending ending) {
                    return Optional.of(ending);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            // A pipe that has nobody at its other end.
            return Optional.empty();
        }
    }

    /** Lets it save its state and end. */
    void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
            return;
        }
    }

    /** How it died, in words. */
    String death() {
        close();
        int code = process.exitValue();
        return code == KILLED
                ? "its process was killed (signal 9), as happens where memory does not suffice; fewer --jobs leave more to each"
                : "its process ended unasked (exit code " + code + ")";
    }

    /** Waits for its end. */
    @Override
    public void close() {
        stop();
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly().onExit().join();
    }
}
