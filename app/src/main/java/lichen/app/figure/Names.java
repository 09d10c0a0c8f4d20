package lichen.app.figure;

import lichen.app.experiment.Target;

/** Short names for what a config names by files. */
final class Names {
    private Names() {}

    /** The file's name without folder and ending, made fit for a folder's name. */
    static String of(Target target) {
        String file = target.image().name();
        String last = file.substring(
                Math.max(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')), file.lastIndexOf(':')) + 1);
        String stem = last.contains(".") ? last.substring(0, last.lastIndexOf('.')) : last;
        String fit = stem.replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        return fit.isEmpty() ? "image" : fit;
    }
}
