package lichen.app.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.io.file.ScratchFolder;
import lichen.io.run.MetricsCsv;

/**
 * How good the image of a method was after so many seconds: the method runs once and shows its image every few evaluations; these are
 * scored when it has ended.
 *
 * @param points seconds of the method's own work, and the geometric mean over the measures; 1 is another photograph
 */
record QualityTrack(List<Point> points) {
    /** The time between two images that are scored grows by this. */
    private static final double GROWTH = 1.15;

    private static final String PREVIEW = "preview-(\\d+)\\.png";

    /** One image. */
    record Point(double seconds, double quality) {}

    QualityTrack {
        points = List.copyOf(points);
    }

    /** Runs an experiment that is a synthesis with measures, in a folder that is deleted again. */
    static QualityTrack of(String json) throws IOException {
        try (ScratchFolder scratch = new ScratchFolder()) {
            Path config = Files.writeString(scratch.path().resolve("method.json"), json);
            Outcome outcome = Outcome.of(
                    "run", config.toString(), "--runs", scratch.path().toString());
            if (outcome.code() != ExitCode.DONE) {
                throw new IOException("a method did not run: " + outcome.err());
            }
            return scored(json, scratch.path().resolve("method"));
        }
    }

    /** The first seconds at which the image was so good, if it ever was. */
    OptionalDouble until(double quality) {
        return points.stream()
                .filter(point -> point.quality() <= quality)
                .mapToDouble(Point::seconds)
                .findFirst();
    }

    /** The best image. */
    Point best() {
        return points.stream()
                .min((one, other) -> Double.compare(one.quality(), other.quality()))
                .orElseThrow();
    }

    private static QualityTrack scored(String json, Path run) throws IOException {
        double[] seconds = MetricsCsv.read(run.resolve("metrics.csv")).column("seconds");
        List<Point> points = new ArrayList<>();
        try (QualityJudge judge = QualityJudge.of(json, run)) {
            double due = 0;
            for (Path preview : previews(run)) {
                double time = seconds[evaluation(preview) - 1];
                if (time >= due) {
                    due = time * GROWTH;
                    points.add(new Point(time, judge.quality(preview)));
                }
            }
        }
        return new QualityTrack(points);
    }

    private static List<Path> previews(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("images"))) {
            return files.filter(file -> name(file).matches(PREVIEW)).sorted().toList();
        }
    }

    private static int evaluation(Path preview) {
        return Integer.parseInt(name(preview).replaceAll(PREVIEW, "$1"));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
