package lichen.app.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lichen.app.experiment.Seen;
import lichen.core.image.Crop;
import lichen.core.image.Size;

/**
 * Against what of a photograph images are measured: what the user says, else what the images themselves say, else all of it.
 *
 * @param seen the part and its scale
 * @param warnings where an image was made from something else, or does not say from what
 */
record MeasuredPart(Seen seen, List<String> warnings) {
    MeasuredPart {
        warnings = List.copyOf(warnings);
    }

    /**
     * Decides.
     *
     * @param photograph the photograph's extents
     * @param crop the part that the user names
     * @param size the scale that the user names
     * @param images the images' extents by their files
     * @throws InputException if the images say different things, and the user nothing
     */
    static MeasuredPart of(Size photograph, Optional<Crop> crop, Optional<Size> size, Map<Path, Size> images)
            throws IOException {
        Map<Path, Seen> told = new LinkedHashMap<>();
        for (Path image : images.keySet()) {
            Seen.read(image).ifPresent(seen -> told.put(image, seen));
        }
        boolean isGiven = crop.isPresent() || size.isPresent();
        List<Seen> different = told.values().stream().distinct().toList();
        if (!isGiven && different.size() > 1) {
            throw new InputException(
                    "the images were made from different parts or sizes of the photograph. Measure them one"
                            + " by one, or say by --crop and --size which is right:\n" + words(told));
        }
        boolean isTold = !isGiven
                && different.size() == 1
                && different.get(0).photograph().equals(photograph);
        Seen used = isTold ? different.get(0) : Seen.of(photograph, crop, size);
        List<String> warnings = new ArrayList<>();
        images.forEach((image, extents) -> {
            Optional<Seen> own = Optional.ofNullable(told.get(image));
            if (own.isPresent() && !own.orElseThrow().equals(used)) {
                warnings.add(image + ": was made from " + own.orElseThrow().words() + ", but is measured against "
                        + used.words() + "; say by --crop and --size what it was made from");
            } else if (own.isEmpty() && !isGiven && !extents.equals(used.size())) {
                warnings.add(
                        image + ": does not say at which scale its program saw the photograph, and is measured against "
                                + used.words() + "; say it by --crop and --size");
            }
        });
        return new MeasuredPart(used, warnings);
    }

    private static String words(Map<Path, Seen> told) {
        return told.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().words())
                .collect(Collectors.joining("\n"));
    }
}
