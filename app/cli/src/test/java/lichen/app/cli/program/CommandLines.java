package lichen.app.cli.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.app.cli.Main;
import lichen.app.cli.command.Console;

/** Commands one after the other in one JVM: each a line of a file, its words separated by tabs. */
public final class CommandLines {
    private CommandLines() {}

    /** Writes them to a file. */
    static Path write(Path file, List<List<String>> commands) throws IOException {
        return Files.write(
                file, commands.stream().map(words -> String.join("\t", words)).toList(), StandardCharsets.UTF_8);
    }

    /** Runs those of a file, and ends with the greatest of their exit codes. */
    public static void main(String[] files) throws IOException {
        Console console = Console.ofProcess();
        int worst = 0;
        for (String line : Files.readAllLines(Path.of(files[0]), StandardCharsets.UTF_8)) {
            worst = Math.max(worst, Main.run(console, line.split("\t")));
        }
        System.exit(worst);
    }
}
