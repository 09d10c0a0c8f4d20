package lichen.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void showsHelpAndVersion() {
        Outcome help = Outcome.of("--help");
        assertThat(help.code()).isEqualTo(ExitCode.DONE);
        assertThat(help.out()).contains("Usage: lichen", "check", "list", "--debug");
        Outcome version = Outcome.of("--version");
        assertThat(version.code()).isEqualTo(ExitCode.DONE);
        assertThat(version.out()).startsWith("lichen ");
        assertThat(Outcome.of("check", "--help").out()).contains("-s, --set=<key.path=value>");
    }

    @Test
    void guessesMisspeltCommandsAndOptions() {
        assertThat(Outcome.of("chekc", "x.json"))
                .isEqualTo(new Outcome(
                        ExitCode.INPUT,
                        "",
                        "Unmatched arguments from index 0: 'chekc', 'x.json'\nDid you mean: lichen check or lichen schema or lichen help?\n"
                                + "Try: lichen --help\n"));
        assertThat(Outcome.of("list", "--jsn").err())
                .isEqualTo("Unknown option: '--jsn'\nPossible solutions: --json\nTry: lichen list --help\n");
    }

    @Test
    void asksForACommand() {
        assertThat(Outcome.of())
                .isEqualTo(new Outcome(ExitCode.INPUT, "", "Missing required subcommand\nTry: lichen --help\n"));
    }
}
