package lichen.io.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GitStateTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "f".repeat(40);

    @TempDir
    private Path folder;

    @Test
    void readsTheCommitOfABranch() throws IOException {
        write(".git/HEAD", "ref: refs/heads/paving/wet\n");
        write(".git/refs/heads/paving/wet", COMMIT + "\n");
        write(".git/packed-refs", OTHER + " refs/heads/paving/wet\n");
        Path below = Files.createDirectories(folder.resolve("experiments/moss"));
        assertThat(GitState.of(below)).contains(new GitState(COMMIT, "paving/wet"));
    }

    @Test
    void readsThePackedCommitOfABranch() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(
                ".git/packed-refs",
                "# pack-refs with: peeled fully-peeled sorted\n" + OTHER + " refs/heads/domain\n" + COMMIT
                        + " refs/heads/main\n^" + OTHER + "\n");
        assertThat(GitState.of(folder)).contains(new GitState(COMMIT, "main"));
    }

    @Test
    void readsTheCommitWithoutABranch() throws IOException {
        write(".git/HEAD", COMMIT + "\n");
        assertThat(GitState.of(folder)).contains(new GitState(COMMIT, "(detached)"));
    }

    @Test
    void saysThatThereIsNoCommitYet() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        assertThat(GitState.of(folder)).contains(new GitState("(initial)", "main"));
    }

    @Test
    void readsAWorkTreeBesideItsRepository() throws IOException {
        write("wet/.git", "gitdir: ../repository/worktrees/wet\n");
        write("repository/worktrees/wet/HEAD", "ref: refs/heads/wet\n");
        write("repository/worktrees/wet/commondir", "../..\n");
        write("repository/refs/heads/wet", COMMIT + "\n");
        assertThat(GitState.of(folder.resolve("wet"))).contains(new GitState(COMMIT, "wet"));
    }

    @Test
    void isNothingOutsideAWorkTree() {
        assertThat(GitState.of(folder)).isEmpty();
        assertThat(GitState.of(folder.resolve("none"))).isEmpty();
    }

    @Test
    void tellsNothingOfFilesThatNameNoCommit() throws IOException {
        write(".git/secret", "a password\n");
        write(".git/HEAD", "ref: refs/../secret\n");
        assertThat(GitState.of(folder)).isEmpty();
        write(".git/HEAD", "ref: refs/heads/loop\n");
        write(".git/refs/heads/loop", "ref: refs/heads/loop\n");
        assertThat(GitState.of(folder)).isEmpty();
        write(".git/HEAD", "ref: refs/heads/.invalid\n");
        assertThat(GitState.of(folder)).isEmpty();
        write(".git/HEAD", "");
        assertThat(GitState.of(folder)).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program that must not run is a shell script")
    void saysWhatGitSaysAndRunsNothingThatTheRepositoryNames() throws IOException, InterruptedException {
        Path trace = folder.resolve("it-ran");
        Path program = write("program", "#!/bin/sh\necho \"$0 $*\" >>'" + trace + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Assumptions.assumeTrue(git(tree, "init", "-q", "-b", "main"), "there is no git here");
        write("tree/moss.json", "{}");
        git(tree, "add", "moss.json");
        git(tree, "-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "-m", "Add moss");
        git(tree, "config", "core.fsmonitor", program.toString());
        git(tree, "config", "filter.x.clean", program.toString());
        write("tree/.gitattributes", "* filter=x\n");
        write("tree/moss.json", "[]");

        assertThat(GitState.of(tree)).hasValueSatisfying(state -> {
            assertThat(state.commit()).matches("[0-9a-f]{40}");
            assertThat(state.branch()).isEqualTo("main");
        });
        assertThat(trace).doesNotExist();
        git(tree, "status");
        assertThat(trace).as("what git itself runs").exists();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static boolean git(Path tree, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", tree.toString()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
