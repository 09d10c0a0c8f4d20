package lichen.io.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitStateTest {
    @Test
    void readsCommitAndBranchOfACleanTree() {
        assertThat(GitState.parse(List.of("# branch.oid 12ab", "# branch.head main", "# branch.ab +0 -0")))
                .contains(new GitState("12ab", "main", false));
    }

    @Test
    void noticesModifiedFiles() {
        assertThat(GitState.parse(List.of("# branch.oid 12ab", "# branch.head main", "1 .M N... 1 2 3 4 5 README.md")))
                .contains(new GitState("12ab", "main", true));
    }

    @Test
    void isNothingOutsideAWorkTree(@TempDir Path folder) {
        assertThat(GitState.of(folder)).isEmpty();
        assertThat(GitState.of(folder.resolve("none"))).isEmpty();
    }
}
