package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lichen.app.cli.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

class CompletionCommandTest {
    @TempDir
    private Path folder;

    @Test
    void namesAllCommandsAndTheExperimentsThatComeAlong() {
        Outcome outcome = Outcome.of("completion");
        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("recommended", "texture-map", "--resume");
        Stream.of(LichenCommand.class.getAnnotation(Command.class).subcommands())
                .map(type -> type.getAnnotation(Command.class))
                .filter(command -> !command.hidden())
                .map(Command::name)
                .forEach(name -> assertThat(outcome.out()).contains("_picocli_lichen_" + name + "()"));
    }

    @Test
    void isAcceptedByBash() throws Exception {
        Path script = script();
        assertThat(bash("-n", script.toString())).isEmpty();
    }

    @Test
    void completesCommandsOptionsAndExperiments() throws Exception {
        assertThat(completions("re")).isEqualTo("rescore");
        assertThat(completions("run", "--res")).isEqualTo("--resume");
        assertThat(completions("run", "quic")).isEqualTo("quickstart");
        assertThat(completions("check", "tex")).isEqualTo("texture-by-numbers texture-map texture-network");
    }

    /** What bash would offer for the last of these words. */
    private String completions(String... words) throws Exception {
        String line = String.join(" ", words);
        return bash(
                "-c",
                "compopt() { :; }; source " + script() + "; COMP_WORDS=(lichen " + line + "); COMP_CWORD="
                        + words.length
                        + "; COMP_LINE='lichen " + line + "'; COMP_POINT=${#COMP_LINE}"
                        + "; _complete_lichen; echo ${COMPREPLY[*]}");
    }

    private Path script() throws IOException {
        return Files.writeString(
                folder.resolve("completion"), Outcome.of("completion").out());
    }

    private static String bash(String... arguments) throws Exception {
        Path bash = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry, "bash"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("bash"));
        assumeThat(bash).as("bash, to try the script").isExecutable();
        List<String> command = Stream.concat(Stream.of(bash.toString(), "--norc"), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out.strip();
    }
}
