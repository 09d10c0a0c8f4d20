package lichen.app.cli.command;

import com.google.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import lichen.io.json.ConfigException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lichen check}: tells what is wrong with configs, without running them. Loads no native code. */
@Command(name = "check", description = "Tells what is wrong with configs, without running them.")
public final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "<file>",
            completionCandidates = ExperimentNames.class,
            description = "Config files, or names of experiments that come along.")
    private List<String> files = List.of();

    @Mixin
    private SettingOptions options = new SettingOptions();

    private final ConfigFinder finder;
    private final Checkup checkup;
    private final Console console;

    @Inject
    CheckCommand(ConfigFinder finder, Checkup checkup, Console console) {
        this.finder = finder;
        this.checkup = checkup;
        this.console = console;
    }

    @Override
    public Integer call() {
        int code = ExitCode.DONE;
        for (String file : files) {
            try {
                checkup.requireAll(finder.read(file, options));
                console.out().println(file + ": fine");
            } catch (ConfigException | InputException e) {
                console.out().flush();
                console.err().println(e.getMessage());
                code = ExitCode.INPUT;
            }
        }
        return code;
    }
}
