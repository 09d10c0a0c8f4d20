package lichen.app.experiment.map;

import java.util.List;
import java.util.Locale;
import lichen.app.experiment.embedding.NeighbourAccuracy;
import lichen.app.experiment.embedding.Points;
import lichen.app.experiment.report.Entry;
import lichen.app.experiment.report.Numbers;
import lichen.app.experiment.report.Table;

/**
 * What there is to say of a map in numbers.
 *
 * @param patches how many there are
 * @param sources of how many photographs
 * @param described how often nearest neighbours by descriptor are of one photograph
 * @param placed how often nearest neighbours in the plane are
 */
record MapNumbers(int patches, int sources, NeighbourAccuracy described, NeighbourAccuracy placed) {
    static MapNumbers of(List<Thumbnail> thumbnails, Points vectors, Points places) {
        List<String> sources = thumbnails.stream().map(Thumbnail::source).toList();
        return new MapNumbers(
                thumbnails.size(),
                (int) sources.stream().distinct().count(),
                NeighbourAccuracy.of(vectors, sources),
                NeighbourAccuracy.of(places, sources));
    }

    /** One line for the user. */
    String sentence() {
        return patches + " patches of " + sources
                + " photographs laid out; nearest neighbours are of the same photograph in "
                + percent(described.share()) + " by descriptor, " + percent(placed.share()) + " in the plane, "
                + percent(described.chance()) + " by chance";
    }

    Numbers numbers() {
        return new Numbers(List.of(
                new Entry("patches", Integer.toString(patches)),
                new Entry("photographs", Integer.toString(sources)),
                new Entry("neighbours alike, by descriptor", percent(described.share())),
                new Entry("neighbours alike, in the plane", percent(placed.share()))));
    }

    Table table() {
        return new Table(
                "Patches whose nearest neighbour is of the same photograph",
                List.of("nearest", "share", "by chance"),
                List.of(row("by descriptor", described), row("in the plane", placed)));
    }

    private static List<String> row(String where, NeighbourAccuracy accuracy) {
        return List.of(where, percent(accuracy.share()), percent(accuracy.chance()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
