package lichen.app.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import lichen.app.cli.worker.EngineException;
import lichen.core.backend.BackendException;
import lichen.core.optimizer.DivergenceException;
import lichen.io.file.FailureWords;
import lichen.io.json.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user what went wrong, without a stack trace, and chooses the exit code. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    /** The option that asks for stack traces. */
    static final String DEBUG = "--debug";

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        boolean debug = isDebug(command);
        int code = report(failure, command, debug);
        if (debug) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return code;
    }

    private static int report(Exception failure, CommandLine command, boolean debug) {
        if (failure instanceof ConfigException
                || failure instanceof InputException
                || failure instanceof EngineException
                || failure instanceof BackendException
                || failure instanceof DivergenceException) {
            command.getErr().println(failure.getMessage());
            return ExitCode.INPUT;
        }
        if (failure instanceof IOException io) {
            command.getErr().println(FailureWords.of(io));
            return ExitCode.INPUT;
        }
        if (failure instanceof UncheckedIOException io) {
            command.getErr()
                    .println(FailureWords.of(Objects.requireNonNullElseGet(io.getCause(), () -> new IOException(io))));
            return ExitCode.INPUT;
        }
        return reportFault(failure, command.getErr(), debug);
    }

    /** Tells of a failure that reached no command: one at the start, or an error of the machine. */
    public static int reportFault(Throwable failure, Console console, List<String> arguments) {
        boolean debug = arguments.contains(DEBUG);
        int code = failure instanceof OutOfMemoryError shortage
                ? reportShortage(shortage, console.err())
                : reportFault(failure, console.err(), debug);
        if (debug) {
            failure.printStackTrace(console.err());
        }
        return code;
    }

    private static int reportShortage(OutOfMemoryError shortage, PrintWriter err) {
        err.println(sentence(shortage));
        return ExitCode.INPUT;
    }

    /** What went wrong, in one sentence. */
    static String sentence(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "The memory does not suffice (" + failure.getMessage()
                    + "): make a smaller image (-s size=[256,256]), look at less of the photograph"
                    + " (-s target.crop=[0,0,512,512]) or at a smaller copy of it (-s target.size=[512,512]), or give Java"
                    + " more (LICHEN_JAVA_OPTS=-Xmx8g)";
        }
        return failure instanceof Error || failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static int reportFault(Throwable failure, PrintWriter err, boolean debug) {
        err.println("This is a fault of Lichen: " + failure);
        if (!debug) {
            err.println("Run it again with " + DEBUG + " for the details, and please report them.");
        }
        return ExitCode.FAULT;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        command.getErr().flush();
        return ExitCode.INPUT;
    }

    private static boolean isDebug(CommandLine command) {
        OptionSpec option = command.getCommandSpec().root().findOption(DEBUG);
        return option != null && Boolean.TRUE.equals(option.getValue());
    }
}
