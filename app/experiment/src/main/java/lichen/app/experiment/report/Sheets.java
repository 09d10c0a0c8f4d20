package lichen.app.experiment.report;

import java.nio.file.Path;
import java.util.List;
import lichen.core.check.Require;

/**
 * Contact sheets: images in rows and columns, a sheet for each combination of what else tells them apart. Each can be looked at closely
 * beside the photograph and beside others.
 *
 * @param heading what stands above them
 * @param dimensions what tells images apart: first what stands in the rows, then what stands in the columns, then what is chosen
 * @param photographs which of the dimensions is that of the photographs
 * @param originals the photographs, one for each level of their dimension
 * @param items the images
 */
public record Sheets(
        String heading, List<Dimension> dimensions, int photographs, List<Path> originals, List<Item> items)
        implements Section {
    /** Copies the lists and checks their lengths. */
    public Sheets {
        dimensions = List.copyOf(dimensions);
        originals = List.copyOf(originals);
        items = List.copyOf(items);
        Require.that(dimensions.size() >= 2, "dimensions", "must be at least two");
        Require.that(
                originals.size() == dimensions.get(photographs).levels().size(),
                "originals",
                "must be one for each photograph");
        for (Item item : items) {
            Require.that(
                    item.levels().size() == dimensions.size(), "items", "must have a level of each dimension: " + item);
        }
    }

    /**
     * Something that tells images apart.
     *
     * @param name what it is
     * @param levels what it can be
     */
    public record Dimension(String name, List<String> levels) {
        /** Copies the list. */
        public Dimension {
            levels = List.copyOf(levels);
        }
    }

    /**
     * An image.
     *
     * @param levels its level of each dimension
     * @param number which of the images with these levels, from 1
     * @param file where it is; it may not be there
     * @param caption what stands below it, or ""
     * @param losses how it was learned; may be empty
     */
    public record Item(List<String> levels, int number, Path file, String caption, List<LossPoint> losses) {
        /** Copies the lists. */
        public Item {
            levels = List.copyOf(levels);
            losses = List.copyOf(losses);
        }
    }

    /** The dimension of the rows. */
    Dimension rows() {
        return dimensions.get(0);
    }

    /** The dimension of the columns. */
    Dimension columns() {
        return dimensions.get(1);
    }

    /** Those of which a level is chosen. */
    List<Dimension> choices() {
        return dimensions.subList(2, dimensions.size());
    }
}
