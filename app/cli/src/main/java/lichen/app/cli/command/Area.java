package lichen.app.cli.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lichen.core.image.MaskColour;
import lichen.core.image.Regions;

/**
 * A part of a picture with the styles that go there.
 *
 * @param colour its region's; empty for the whole picture
 * @param share its part of the picture, from 0 to 1
 * @param styles their weights add up to 1
 */
record Area(Optional<MaskColour> colour, double share, List<Style> styles) {
    /** The whole picture. */
    static List<Area> whole(List<Style> styles) {
        for (Style style : styles) {
            style.region().ifPresent(colour -> {
                throw new InputException(
                        "--style " + colour + "=" + style.name() + ": names a region, so give the regions by --mask");
            });
        }
        return List.of(new Area(Optional.empty(), 1, Style.shares(styles)));
    }

    /**
     * The regions of a mask, each with the styles that name its colour.
     *
     * @throws InputException if a region has no style, or a style no region
     */
    static List<Area> of(List<Style> styles, Regions mask) {
        for (Style style : styles) {
            MaskColour colour = style.region()
                    .orElseThrow(() -> new InputException("--style " + style.name()
                            + ": must name its region of the mask, as in --style "
                            + mask.colours().get(0) + "=" + style.name()
                            + "; or give the same regions of the style by --style-mask"));
            if (!mask.colours().contains(colour)) {
                throw new InputException("--style " + colour + "=" + style.name()
                        + ": the mask has no such colour; it has " + mask.colours());
            }
        }
        List<Area> areas = new ArrayList<>();
        for (MaskColour colour : mask.colours()) {
            List<Style> own = styles.stream()
                    .filter(style -> style.region().equals(Optional.of(colour)))
                    .toList();
            if (own.isEmpty()) {
                throw new InputException("--mask: the region " + colour + " has no style; give it one by --style "
                        + colour + "=<photo>");
            }
            areas.add(area(colour, mask, Style.shares(own)));
        }
        return areas;
    }

    /**
     * The regions of a mask, each with the same region of a style.
     *
     * @throws InputException if the style lacks one, or if there are several styles
     */
    static List<Area> of(List<Style> styles, Regions mask, Regions styleMask) {
        if (styles.size() != 1 || styles.get(0).region().isPresent()) {
            throw new InputException("--style-mask: must go with one --style that names no region");
        }
        List<Area> areas = new ArrayList<>();
        for (MaskColour colour : mask.colours()) {
            if (!styleMask.colours().contains(colour)) {
                throw new InputException("--style-mask: has no region " + colour + ", which the mask has; it has "
                        + styleMask.colours());
            }
            areas.add(area(colour, mask, Style.shares(styles)));
        }
        return areas;
    }

    private static Area area(MaskColour colour, Regions mask, List<Style> styles) {
        double pixels = (double) mask.size().width() * mask.size().height();
        return new Area(Optional.of(colour), mask.pixels(colour) / pixels, styles);
    }

    /** The style that weighs most. */
    Style leading() {
        return styles.stream().max(Comparator.comparingDouble(Style::weight)).orElseThrow();
    }
}
