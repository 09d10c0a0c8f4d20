package lichen.app.cli.command;

import lichen.app.experiment.Version;
import picocli.CommandLine.IVersionProvider;

/** Which Lichen this is, and which Java it runs on. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"lichen " + Version.number(), "java " + Runtime.version()};
    }
}
