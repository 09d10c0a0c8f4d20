package lichen.app.experiment.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lichen.io.image.ImageCodec;

/**
 * Contact sheets with their images, ready to be printed. The first image of everything is shown as well as there is room for; second
 * ones and so on as long as there is.
 *
 * @param section what it shows
 * @param choices what is chosen; the number of the image last, if several are shown
 * @param originals the photographs that are there
 * @param sheets one for each combination of choices that has images
 * @param note what a reader has to know of the images
 * @param hasLosses whether any has a curve
 */
record Album(
        Sheets section,
        List<Sheets.Dimension> choices,
        List<Original> originals,
        List<Sheet> sheets,
        String note,
        boolean hasLosses) {
    /** The characters that images may take: a report with all of its tables can still be sent by mail. */
    private static final long ROOM = 12_000_000;

    /**
     * A photograph.
     *
     * @param number its number, from 0
     * @param name what it is called
     * @param source the image
     */
    record Original(int number, String name, String source) {}

    /** Reads the images. */
    static Album of(Sheets section, ImageCodec images) throws IOException {
        return of(section, images, ROOM);
    }

    static Album of(Sheets section, ImageCodec images, long room) throws IOException {
        Inlays inlays = new Inlays(images, room);
        int most = section.items().stream().mapToInt(Sheets.Item::number).max().orElse(1);
        List<Path> first = Stream.concat(section.originals().stream(), files(section, 1))
                .distinct()
                .toList();
        Optional<Rendition> rendition = Optional.empty();
        for (Rendition tried : Rendition.ALL) {
            if (rendition.isEmpty() && inlays.add(first, tried)) {
                rendition = Optional.of(tried);
            }
        }
        int shown = 1;
        while (rendition.isPresent()
                && shown < most
                && inlays.add(files(section, shown + 1).toList(), rendition.orElseThrow())) {
            shown++;
        }
        return new AlbumPrinter(section, inlays, shown).album(note(rendition, shown, most));
    }

    private static Stream<Path> files(Sheets section, int number) {
        return section.items().stream().filter(item -> item.number() == number).map(Sheets.Item::file);
    }

    private static String note(Optional<Rendition> rendition, int shown, int most) {
        if (rendition.isEmpty()) {
            return "There are too many images for one page; they lie in the run's folder parts.";
        }
        String which =
                shown == most ? "" : " Of each, " + shown + " of " + most + " are here, to keep this page small.";
        return "Images " + rendition.orElseThrow().words() + "." + which
                + " All of them, as they are, lie in the run's folder parts.";
    }
}
