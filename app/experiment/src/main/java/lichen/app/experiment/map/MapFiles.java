package lichen.app.experiment.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lichen.app.experiment.embedding.Points;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npy;
import lichen.io.file.AtomicFiles;

/** The numbers of a map for other programs: {@code vectors.npy}, and {@code map.csv} with a row for each of its rows. */
final class MapFiles {
    private MapFiles() {}

    static void write(Path folder, List<Thumbnail> thumbnails, NdArray<float[]> vectors, Points places)
            throws IOException {
        AtomicFiles.write(folder.resolve("vectors.npy"), out -> Npy.write(vectors, out));
        StringBuilder table = new StringBuilder("name,source,x,y\n");
        for (int i = 0; i < thumbnails.size(); i++) {
            Thumbnail thumbnail = thumbnails.get(i);
            table.append(quoted(thumbnail.name())).append(',').append(quoted(thumbnail.source()));
            table.append(',')
                    .append(places.at(i, 0))
                    .append(',')
                    .append(places.at(i, 1))
                    .append('\n');
        }
        AtomicFiles.writeText(folder.resolve("map.csv"), table.toString());
    }

    /** As RFC 4180 has it. */
    private static String quoted(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
