package lichen.app.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which Lichen this is. */
public final class Version implements IVersionProvider {
    /** The version in the jar's manifest; {@code development} where the classes are in no jar. */
    public static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"lichen " + number(), "java " + Runtime.version()};
    }
}
