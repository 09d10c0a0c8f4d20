package lichen.app.cli.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lichen.app.cli.FreshJvm;

/**
 * A run in a process of its own that is killed (SIGKILL) at random moments and resumed each time.
 *
 * @param folder the user's folder; the runs are in {@code runs} in it
 * @param name the run's name
 * @param result the file in its folder that is written last of all results
 * @param arguments what starts it, without {@code --resume}
 */
public record KilledRun(Path folder, String name, String result, List<String> arguments) {
    private static final String RUNS = "runs";
    private static final int KILLS = 10;
    private static final int MOST_DELAY = 30;

    /** When the process is killed: soon after this holds. */
    private interface Moment {
        boolean hasCome() throws IOException;
    }

    /**
     * Kills the run ten times: when the first of it appears, in eight random rows of its numbers, and at its end. It is left
     * dead.
     *
     * @param rows how many rows of numbers the whole run has
     */
    public void killTenTimes(Random random, int rows) throws IOException, InterruptedException {
        killTimes(KILLS, random, rows);
    }

    /** Kills the run so many times, the first and the last as ever. */
    public void killTimes(int kills, Random random, int rows) throws IOException, InterruptedException {
        List<Moment> moments = new ArrayList<>();
        moments.add(this::somethingOfItExists);
        IntStream.range(2, kills)
                .map(i -> random.nextInt(rows))
                .sorted()
                .forEach(row -> moments.add(() -> rows() > row));
        moments.add(() -> Files.exists(run().resolve(result)));
        for (Moment moment : moments) {
            FreshJvm run = start();
            while (run.process().isAlive() && !moment.hasCome()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_DELAY));
            run.process().destroyForcibly().waitFor();
        }
    }

    /** Starts the run, or goes on with it where it has a folder. */
    public FreshJvm start() throws IOException {
        Stream<String> resume = Files.exists(run()) ? Stream.of("--resume") : Stream.empty();
        return FreshJvm.start(folder, Stream.concat(arguments.stream(), resume).toArray(String[]::new));
    }

    /** How many rows of numbers it has written. */
    public long rows() throws IOException {
        Path metrics = run().resolve("metrics.csv");
        return Files.exists(metrics) ? Files.readAllLines(metrics).size() - 1 : 0;
    }

    private Path run() {
        return folder.resolve(RUNS).resolve(name);
    }

    private boolean somethingOfItExists() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(RUNS))) {
            return all.anyMatch(run -> run.toString().contains(name));
        }
    }
}
