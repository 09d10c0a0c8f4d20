package lichen.app.cli.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lichen.io.file.ScratchFolder;
import lichen.io.run.MetricsCsv;
import lichen.io.run.MetricsTable;

/**
 * Times {@code recommended} for images of several sizes, and tells the most memory that each takes: of each a few evaluations of both stages,
 * in a process of its own. Prints a table in Markdown.
 */
final class SizesTable {
    private static final int PHOTOGRAPH = 1024;
    private static final int[] EVALUATIONS = {6, 4};
    private static final String CONFIG = """
            {"base": "recommended", "set": {
             "target": {"image": "bundled:gravel", "crop": [0, 0, %1$d, %1$d]}, "size": [%2$d, %2$d],
             "stages[0].evaluations": %3$d, "stages[0].rounds": 1, "stages[1].evaluations": %4$d}}""";

    private SizesTable() {}

    /** Prints it for images of these sides; the photograph has as many pixels, but at most those of the largest that comes along. */
    static void print(List<Integer> sides) {
        System.out.println(
                "| side | s of the first evaluation | s per evaluation of patches | of wavelets | resident MiB at most |");
        System.out.println("|---|---|---|---|---|");
        for (int side : sides) {
            try (ScratchFolder scratch = new ScratchFolder()) {
                print(side, scratch.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void print(int side, Path folder) throws IOException {
        String json =
                String.format(Locale.ROOT, CONFIG, Math.min(side, PHOTOGRAPH), side, EVALUATIONS[0], EVALUATIONS[1]);
        Path config = Files.writeString(folder.resolve("size.json"), json);
        OptionalLong most = run(List.of("run", config.toString(), "--runs", folder.toString()), folder);
        MetricsTable metrics = MetricsCsv.read(folder.resolve("size").resolve("metrics.csv"));
        double[] seconds = metrics.column("seconds");
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f | %.2f | %.2f | %s |%n",
                side,
                seconds[0],
                median(seconds, 1, EVALUATIONS[0]),
                median(seconds, EVALUATIONS[0] + 1, EVALUATIONS[0] + EVALUATIONS[1]),
                Benchmark.text(most));
    }

    /** The median time from one evaluation to the next. */
    private static double median(double[] seconds, int from, int to) {
        double[] steps = IntStream.range(from, to)
                .mapToDouble(i -> seconds[i] - seconds[i - 1])
                .sorted()
                .toArray();
        return steps[steps.length / 2];
    }

    /** Runs the program as this process runs; the most memory that it held. */
    private static OptionalLong run(List<String> arguments, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), "lichen.app.cli.Main"));
        command.addAll(arguments);
        File log = folder.resolve("log.txt").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        OptionalLong most = OptionalLong.empty();
        try {
            while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                OptionalLong now = ResidentMemory.mostMebibytes(process.pid());
                most = now.isPresent() ? now : most;
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
        if (process.exitValue() != 0) {
            throw new IOException("a size did not run: " + Files.readString(log.toPath()));
        }
        return most;
    }
}
