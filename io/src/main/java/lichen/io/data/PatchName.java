package lichen.io.data;

import java.util.Locale;

/** What patches are called: {@code 0012-name-of-the-photograph-003}, so that they sort by photograph. */
final class PatchName {
    private static final int LONGEST = 40;

    private PatchName() {}

    /**
     * The name of a patch.
     *
     * @param photograph the number of the photograph in the data set, from 1
     * @param source its name; its folders and ending are left out
     * @param patch the number of the patch in the photograph, from 1
     */
    static String of(int photograph, String source, int patch) {
        String words = source.replaceFirst("^.*[/:\\\\]", "")
                .replaceFirst("(.)[.][^.]*$", "$1")
                .replaceAll("[^A-Za-z0-9]+", "-");
        String shortened = words.substring(0, Math.min(LONGEST, words.length()));
        return String.format(Locale.ROOT, "%04d-%s-%03d", photograph, shortened, patch);
    }
}
