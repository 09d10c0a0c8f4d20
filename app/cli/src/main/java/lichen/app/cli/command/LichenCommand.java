package lichen.app.cli.command;

import com.google.inject.Inject;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program's name and what all commands share. A new command is listed here, and bound in the module of this part. */
@Command(
        name = "lichen",
        description = "Learns textures: new images with the texture of a photograph.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        subcommands = {
            RunCommand.class,
            WorkerCommand.class,
            ExtractCommand.class,
            StylizeCommand.class,
            FillCommand.class,
            SampleCommand.class,
            CheckCommand.class,
            ListCommand.class,
            ProbeCommand.class,
            NetworkCommand.class,
            MeasureCommand.class,
            RescoreCommand.class,
            DoctorCommand.class,
            SchemaCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        })
public final class LichenCommand {
    @Option(names = Failures.DEBUG, scope = ScopeType.INHERIT, description = "Print stack traces of failures.")
    private boolean debug;

    @Inject
    LichenCommand() {}

    /** Whether stack traces are wanted. */
    public boolean debug() {
        return debug;
    }
}
