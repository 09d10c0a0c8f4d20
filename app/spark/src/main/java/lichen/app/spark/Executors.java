package lichen.app.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import lichen.app.cli.worker.Crew;
import lichen.app.cli.worker.EngineException;
import lichen.app.experiment.Made;
import lichen.app.experiment.Session;
import lichen.app.experiment.ThisProcess;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Executors, each of which makes a part at a time. What one is lost with another makes again, from its beginning; of a part, whoever has
 * made it, one delivery is taken.
 */
final class Executors implements Crew {
    /** How long a user's interruption may take to get here after it has reached Spark. */
    private static final long GRACE_SECONDS = 2;

    private final JavaSparkContext context;
    private final Cluster cluster;
    private final Freight freight;

    private Executors(JavaSparkContext context, Cluster cluster) {
        this.context = context;
        this.cluster = cluster;
        freight = new Freight(context, cluster.posting());
    }

    /** Asks a cluster for executors; they come when they are there. */
    static Executors hired(Cluster cluster) {
        try {
            return new Executors(new JavaSparkContext(cluster.settings()), cluster);
        } catch (Exception e) {
            // Spark's own exceptions are checked ones that it does not declare.
            throw new EngineException("--master " + cluster.master() + ": " + reason(e), e);
        }
    }

    @Override
    public int size() {
        return cluster.posting().jobs();
    }

    @Override
    public Made make(Workbench part, String key, Session session) throws IOException {
        Parcel parcel;
        try {
            parcel = freight.parcel(part, key, session);
        } catch (IOException | UncheckedIOException e) {
            return Made.atOnce(ThisProcess.failed(e));
        }
        JavaFutureAction<List<Delivery>> job =
                context.parallelize(List.of(parcel), 1).map(new Errand()).collectAsync();
        CountDownLatch stopped = new CountDownLatch(1);
        session.interruption().accept(() -> {
            stopped.countDown();
            job.cancel(true);
        });
        try {
            return job.get().get(0).made(part, session);
        } catch (CancellationException | ExecutionException e) {
            return without(e, stopped);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an executor", e);
        }
    }

    /** What has come of a part of which there is no delivery. */
    private Made without(Exception failure, CountDownLatch stopped) throws IOException {
        if (isHeard(stopped)) {
            return Made.atOnce(Verdict.interrupted("interrupted"));
        }
        String reason = reason(Objects.requireNonNullElse(failure.getCause(), failure));
        if (context.sc().isStopped()) {
            throw new IOException("the cluster " + cluster.master() + " is gone: " + reason, failure);
        }
        return new Made(Verdict.failed("no executor has made it: " + reason), 0);
    }

    /** Spark hears of an interruption by itself, and ends whatever is at work. */
    private boolean isHeard(CountDownLatch stopped) {
        try {
            return stopped.await(context.sc().isStopped() ? GRACE_SECONDS : 0, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static String reason(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(failure.toString());
    }

    /** Lets all of them end. */
    @Override
    public void close() {
        context.close();
    }
}
