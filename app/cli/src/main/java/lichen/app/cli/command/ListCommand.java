package lichen.app.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import lichen.io.json.Catalogue;
import lichen.io.json.Catalogue.FamilyEntry;
import lichen.io.json.DidYouMean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lichen list}: shows what a config may say. */
@Command(name = "list", description = "Shows every variant with its keys and their defaults.")
public final class ListCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "<family>", description = "Show one family only, for example descriptor.")
    private List<String> family = List.of();

    @Option(names = "--json", description = "Write JSON, for other programs.")
    private boolean json;

    private final Catalogue catalogue;
    private final Console console;

    @Inject
    ListCommand(Catalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        List<FamilyEntry> families = wanted();
        console.out().print(json ? CatalogueJson.of(families) : CatalogueText.of(families));
        console.out().flush();
        return ExitCode.DONE;
    }

    private List<FamilyEntry> wanted() {
        List<FamilyEntry> all = catalogue.families();
        if (family.isEmpty()) {
            return all;
        }
        String name = family.get(0);
        List<FamilyEntry> one = all.stream()
                .filter(entry -> name.equals(entry.name()) || name.equals(entry.name() + "s"))
                .toList();
        if (one.isEmpty()) {
            throw new InputException("unknown family \"" + name + "\". "
                    + DidYouMean.among(name, all.stream().map(FamilyEntry::name).toList()));
        }
        return one;
    }
}
