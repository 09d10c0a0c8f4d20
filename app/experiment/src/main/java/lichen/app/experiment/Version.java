package lichen.app.experiment;

import java.util.Objects;

/** Which Lichen this is. */
public final class Version {
    private Version() {}

    /** The version in the jar's manifest; {@code development} where the classes are in no jar. */
    public static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
