package lichen.app.experiment.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lichen.io.run.Manifest;
import lichen.io.run.Status;

/** Reports of ablations that never were. */
final class Samples {
    private Samples() {}

    /** A page of sections. */
    static ReportContent content(Section... sections) {
        return new ReportContent(
                "sample",
                new Manifest.Outcome(Status.DONE, "", Instant.parse("2026-11-22T12:00:00Z"), Optional.empty()),
                List.of(sections),
                new ReportContent.Details(List.of(new Entry("Java", "17")), "{}", "lichen run sample.json"));
    }

    /** Rows that stand neither by the alphabet nor by their numbers. */
    static Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            int number = i * 7 % 15;
            String mean = Map.of(3, "-", 4, "0.04 *", 5, "0.125").getOrDefault(number, number + ".50");
            rows.add(List.of("cell-" + number, mean, number + ".50 [0.10, 0.20]"));
        }
        return new Table("Sample", List.of("", "mean", "interval"), rows);
    }

    /**
     * Contact sheets by two axes, two photographs and images.
     *
     * @param folder where the images are written
     * @param side of the images
     */
    static Sheets sheets(Path folder, int rows, int columns, int numbers, int side) throws IOException {
        List<String> down = names("row", rows);
        List<String> across = names("column", columns);
        List<String> photographs = List.of("1-pebbles", "2-bark");
        List<Path> originals = new ArrayList<>();
        List<Sheets.Item> items = new ArrayList<>();
        long seed = 1;
        for (String photograph : photographs) {
            originals.add(Texture.write(folder.resolve(photograph + ".png"), side, seed++));
            for (String row : down) {
                for (String column : across) {
                    for (int number = 1; number <= numbers; number++) {
                        String name = String.join("-", photograph, row, column, Integer.toString(number));
                        items.add(new Sheets.Item(
                                List.of(row, column, photograph),
                                number,
                                Texture.write(folder.resolve(name + ".png"), side, seed++),
                                "0." + seed % 90,
                                losses(200)));
                    }
                }
            }
        }
        List<Sheets.Dimension> dimensions = List.of(
                new Sheets.Dimension("statistic", down),
                new Sheets.Dimension("octaves", across),
                new Sheets.Dimension("photograph", photographs));
        return new Sheets("The images", dimensions, 2, originals, items);
    }

    static List<LossPoint> losses(int evaluations) {
        return IntStream.rangeClosed(1, evaluations)
                .mapToObj(i -> new LossPoint(i, 100.0 / i))
                .toList();
    }

    private static List<String> names(String word, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> word + i).toList();
    }
}
