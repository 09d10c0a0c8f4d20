package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lichen.app.experiment.Experiment;
import lichen.io.file.AtomicFiles;
import lichen.io.json.ConfigSchema;
import lichen.io.json.DidYouMean;
import lichen.io.json.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lichen schema}: what a config may say as JSON Schema, for editors. */
@Command(
        name = "schema",
        description = "Writes the JSON Schema of experiments, by which editors check and complete them.")
public final class SchemaCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "<type>", description = "Of one type only, for example synthesis.")
    private Optional<String> type = Optional.empty();

    @Option(names = "--output", paramLabel = "FILE", description = "Write it into a file (default: to the console).")
    private Optional<Path> output = Optional.empty();

    private final ConfigSchema schema;
    private final Registry registry;
    private final Console console;

    @Inject
    SchemaCommand(ConfigSchema schema, Registry registry, Console console) {
        this.schema = schema;
        this.registry = registry;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String text = schema.of(Experiment.class, wanted());
        if (output.isPresent()) {
            AtomicFiles.writeText(output.orElseThrow(), text);
            console.out().println("Wrote " + output.orElseThrow());
        } else {
            console.out().print(text);
        }
        console.out().flush();
        return ExitCode.DONE;
    }

    private List<String> wanted() {
        List<String> all = registry.names(Experiment.class);
        type.filter(name -> !all.contains(name)).ifPresent(name -> {
            throw new InputException("unknown experiment \"" + name + "\". " + DidYouMean.among(name, all));
        });
        return type.map(List::of).orElse(all);
    }
}
