package lichen.app.cli.command;

import com.google.inject.Inject;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lichen completion}: the script by which a shell completes commands, options and the names of experiments. */
@Command(
        name = "completion",
        description = "Writes a script that completes commands, options and names of experiments in bash and zsh:"
                + " source <(lichen completion)")
public final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Console console;

    @Inject
    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(script());
        console.out().flush();
        return ExitCode.DONE;
    }

    /** Numbers in names of variables, which the library writes in the language of the machine, are for the shell. */
    private String script() {
        CommandSpec program = spec.root();
        Locale language = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        try {
            return AutoComplete.bash(program.name(), program.commandLine());
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, language);
        }
    }
}
