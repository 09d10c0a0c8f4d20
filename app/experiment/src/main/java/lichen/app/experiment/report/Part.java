package lichen.app.experiment.report;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import lichen.io.image.ImageCodec;

/**
 * A section with everything ready to be printed by its template.
 *
 * @param section what it shows
 * @param figures the pictures that exist, as text
 * @param chart the curves, where there are any to draw
 * @param album the contact sheets, where it shows some
 */
record Part(Section section, List<Figure> figures, Optional<LossChart> chart, Optional<Album> album) {
    /** An image that stands in the page itself. */
    record Figure(String label, String source) {}

    /** Reads the pictures and draws the curves. */
    static Part of(Section section, ImageCodec images) throws IOException {
        List<Figure> figures = section instanceof Pictures pictures ? figures(pictures) : List.of();
        Optional<LossChart> chart = section instanceof Curves curves ? LossChart.of(curves) : Optional.empty();
        Optional<Album> album =
                section instanceof Sheets sheets ? Optional.of(Album.of(sheets, images)) : Optional.empty();
        return new Part(section, figures, chart, album);
    }

    private static List<Figure> figures(Pictures pictures) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (ReportPicture picture : pictures.pictures()) {
            if (Files.isRegularFile(picture.file())) {
                String bytes = Base64.getEncoder().encodeToString(Files.readAllBytes(picture.file()));
                figures.add(new Figure(picture.label(), "data:image/png;base64," + bytes));
            }
        }
        return figures;
    }
}
