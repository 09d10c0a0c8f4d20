package lichen.io.data;

import java.util.Locale;

/** What the patches of a photograph are for; a photograph is never divided between the two. */
public enum Subset {
    /** The network learns from them. */
    TRAINING,
    /** They tell how well the network does on what it has not seen. */
    VALIDATION;

    /** As it stands in the manifest. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
