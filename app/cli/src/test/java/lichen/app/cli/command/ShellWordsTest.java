package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void quotesOnlyWhatAShellWouldChange() {
        assertThat(ShellWords.join(
                        List.of("lichen", "run", "a b.json", "-s", "stop.evaluations=5", "--name", "moss-1")))
                .isEqualTo("lichen run 'a b.json' -s stop.evaluations=5 --name moss-1");
        assertThat(ShellWords.join(List.of("size=[4,4]", "it's", "", "$HOME")))
                .isEqualTo("'size=[4,4]' 'it'\\''s' '' '$HOME'");
    }
}
