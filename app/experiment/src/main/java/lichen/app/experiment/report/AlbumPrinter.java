package lichen.app.experiment.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays images out in sheets: for each combination of choices, rows and columns. */
final class AlbumPrinter {
    private static final String SPACE = " ";

    private final Sheets section;
    private final Inlays inlays;
    private final int shown;
    private final List<Sheets.Dimension> choices;

    /**
     * For the images of a section.
     *
     * @param shown how many of each are shown
     */
    AlbumPrinter(Sheets section, Inlays inlays, int shown) {
        this.section = section;
        this.inlays = inlays;
        this.shown = shown;
        choices = new ArrayList<>(section.choices());
        if (shown > 1) {
            choices.add(new Sheets.Dimension(
                    "image",
                    IntStream.rangeClosed(1, shown).mapToObj(Integer::toString).toList()));
        }
    }

    /** The album, with what a reader has to know of it. */
    Album album(String note) {
        Map<List<String>, List<Sheets.Item>> byChoice = section.items().stream()
                .filter(item -> item.number() <= shown)
                .collect(Collectors.groupingBy(this::choice, LinkedHashMap::new, Collectors.toList()));
        List<Sheet> sheets = new ArrayList<>();
        byChoice.forEach((levels, items) -> sheets.add(sheet(levels, items)));
        boolean hasLosses = sheets.stream()
                .flatMap(sheet -> sheet.rows().stream())
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.flatMap(Sheet.Cell::losses).isPresent());
        return new Album(section, choices, originals(), sheets, note, hasLosses);
    }

    private List<Album.Original> originals() {
        List<Album.Original> originals = new ArrayList<>();
        List<String> names = section.dimensions().get(section.photographs()).levels();
        for (int i = 0; i < names.size(); i++) {
            int number = i;
            inlays.source(section.originals().get(i))
                    .ifPresent(source -> originals.add(new Album.Original(number, names.get(number), source)));
        }
        return originals;
    }

    /** The levels of an image that are chosen. */
    private List<String> choice(Sheets.Item item) {
        List<String> levels =
                new ArrayList<>(item.levels().subList(2, item.levels().size()));
        if (shown > 1) {
            levels.add(Integer.toString(item.number()));
        }
        return levels;
    }

    private Sheet sheet(List<String> levels, List<Sheets.Item> items) {
        Map<List<String>, Sheets.Item> byPlace = new HashMap<>();
        items.forEach(item -> byPlace.put(item.levels().subList(0, 2), item));
        List<Sheet.Row> rows = new ArrayList<>();
        for (String row : section.rows().levels()) {
            List<Optional<Sheet.Cell>> cells = section.columns().levels().stream()
                    .map(column -> Optional.ofNullable(byPlace.get(List.of(row, column)))
                            .map(this::cell))
                    .toList();
            rows.add(new Sheet.Row(row, cells));
        }
        String choice = IntStream.range(0, levels.size())
                .mapToObj(i -> Integer.toString(choices.get(i).levels().indexOf(levels.get(i))))
                .collect(Collectors.joining(SPACE));
        String caption = IntStream.range(0, levels.size())
                .mapToObj(i -> choices.get(i).name() + SPACE + levels.get(i))
                .collect(Collectors.joining(", "));
        Optional<Integer> photograph =
                section.photographs() < 2 ? Optional.empty() : Optional.of(photograph(items.get(0)));
        return new Sheet(choice, caption, photograph, rows);
    }

    private Sheet.Cell cell(Sheets.Item item) {
        String name = String.join(", ", item.levels()) + (shown > 1 ? ", image " + item.number() : "");
        return new Sheet.Cell(
                name, photograph(item), inlays.source(item.file()), item.caption(), Sparkline.of(item.losses()));
    }

    private int photograph(Sheets.Item item) {
        return section.dimensions()
                .get(section.photographs())
                .levels()
                .indexOf(item.levels().get(section.photographs()));
    }
}
