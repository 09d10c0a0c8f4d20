package lichen.app.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What users may say to all commands that make one picture of another. */
final class PictureOptions {
    @Option(
            names = "-o",
            paramLabel = "<out.png>",
            description = "The file to write (default: the name of what was given, with what was done to it).")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--seed", paramLabel = "n", description = "Another number gives another picture (default: 1).")
    private Optional<Long> seed = Optional.empty();

    @Mixin
    private LeavingOptions leaving = new LeavingOptions();

    /** The seed, if one was given. */
    Optional<Long> seed() {
        return seed;
    }

    /**
     * Where the picture goes.
     *
     * @param usual where it goes if the user does not say
     * @param photographs what it is made from: never replaced
     * @throws InputException if it may not go there
     */
    OutputFile file(Path usual, List<Path> photographs) throws IOException {
        return OutputFile.require(output.orElse(usual), photographs, leaving.force());
    }

    /** The name of the run, if it stays; as {@link LeavingOptions#kept}. */
    Optional<String> kept(Path usual) throws IOException {
        return leaving.kept(OutputFile.stem(usual));
    }
}
