package lichen.app.experiment.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.embedding.Points;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npy;
import lichen.io.file.AtomicFiles;
import lichen.io.file.CsvFile;

/** The numbers of a map for other programs: {@code vectors.npy}, and {@code map.csv} with a row for each of its rows. */
final class MapFiles {
    private MapFiles() {}

    static void write(Path folder, List<Thumbnail> thumbnails, NdArray<float[]> vectors, Points places)
            throws IOException {
        AtomicFiles.write(folder.resolve("vectors.npy"), out -> Npy.write(vectors, out));
        List<List<String>> rows = new ArrayList<>(List.of(List.of("name", "source", "x", "y")));
        for (int i = 0; i < thumbnails.size(); i++) {
            Thumbnail thumbnail = thumbnails.get(i);
            rows.add(List.of(
                    thumbnail.name(),
                    thumbnail.source(),
                    Double.toString(places.at(i, 0)),
                    Double.toString(places.at(i, 1))));
        }
        CsvFile.write(folder.resolve("map.csv"), rows);
    }
}
