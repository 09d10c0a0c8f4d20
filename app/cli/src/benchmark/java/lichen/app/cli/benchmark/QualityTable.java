package lichen.app.cli.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import lichen.app.experiment.comparison.Comparison;
import lichen.core.check.Require;

/**
 * Times how long methods take until their images are so good, on photographs that come along, and prints a table in Markdown.
 * Methods and photographs run one after the other.
 */
final class QualityTable {
    private static final List<Double> LEVELS = List.of(4.0, 2.0, 1.5, 1.0, 0.75, 0.5);
    private static final String RECOMMENDED = """
            {"base": "recommended", "set": {%s}}""";
    private static final String GATYS = """
            {"base": "gatys", "set": {"network.weights": "%s",
             "objective.layers": ["block1_conv1", "block1_pool", "block2_pool", "block3_conv4"], %s}}""";
    private static final String REFERENCE = """
            {"base": "reference", "set": {%s}}""";
    private static final String SHARED = """
            "target": {"image": "bundled:%1$s", "crop": [0, 0, %2$d, %2$d], "size": [%3$d, %3$d]}, "stop.seconds": %4$s,
            "output.preview-every": 5, "output.checkpoint-seconds": 0, "measures": %5$s""";

    private QualityTable() {}

    /**
     * Prints it.
     *
     * @param photographs names of photographs that come along, each with the side of what is learned: {@code pebbles:256}
     * @param side what that is resized to
     * @param limit seconds after which a method is stopped
     * @param vgg VGG-19 as a Keras file; without it, the method that needs it is left out
     */
    static void print(List<String> photographs, int side, double limit, Optional<Path> vgg) {
        String levels = LEVELS.stream().map(level -> "s to " + level).collect(Collectors.joining(" | "));
        System.out.println("| photograph | method | " + levels + " | best | after s |");
        System.out.println("|---|---|" + "---|".repeat(LEVELS.size() + 2));
        for (String photograph : photographs) {
            Require.that(
                    photograph.matches("[^:]+:\\d{1,5}"),
                    "--quality-photographs",
                    "must be names with sides, such as pebbles:256, but one is " + photograph);
            String[] part = photograph.split(":");
            String shared = String.format(
                    Locale.ROOT, SHARED, part[0], Integer.valueOf(part[1]), side, limit, Comparison.USUAL_MEASURES);
            methods(vgg, shared).forEach((name, json) -> print(part[0], "`" + name + "`", row(track(json))));
            print(part[0], "G'MIC", gmic(String.format(Locale.ROOT, RECOMMENDED, shared)));
        }
    }

    private static Map<String, String> methods(Optional<Path> vgg, String shared) {
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put("recommended", String.format(Locale.ROOT, RECOMMENDED, shared));
        vgg.ifPresent(file -> methods.put("gatys", String.format(Locale.ROOT, GATYS, file.toAbsolutePath(), shared)));
        methods.put("reference", String.format(Locale.ROOT, REFERENCE, shared));
        return methods;
    }

    private static void print(String photograph, String method, String row) {
        System.out.println("| " + photograph + " | " + method + " | " + row + " |");
    }

    private static String gmic(String json) {
        try {
            return GmicTrack.of(json)
                    .map(QualityTable::row)
                    .orElse("- | ".repeat(LEVELS.size() + 1) + "not installed (Debian: apt-get install gmic)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static QualityTrack track(String json) {
        try {
            return QualityTrack.of(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(QualityTrack track) {
        String times = LEVELS.stream().map(level -> seconds(track.until(level))).collect(Collectors.joining(" | "));
        QualityTrack.Point best = track.best();
        return times + String.format(Locale.ROOT, " | %.2f | %.1f", best.quality(), best.seconds());
    }

    private static String seconds(OptionalDouble seconds) {
        return seconds.isPresent() ? String.format(Locale.ROOT, "%.1f", seconds.getAsDouble()) : "-";
    }
}
