package lichen.io.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The state of a git work tree.
 *
 * @param commit the commit, or {@code (initial)} before the first
 * @param branch the branch, or {@code (detached)}
 * @param modified whether tracked files differ from the commit
 */
public record GitState(String commit, String branch, boolean modified) {
    private static final long PATIENCE_SECONDS = 5;
    private static final String COMMIT = "# branch.oid ";
    private static final String BRANCH = "# branch.head ";

    /** The state of the work tree around a folder; nothing where there is none, or no git, or git takes too long. */
    public static Optional<GitState> of(Path folder) {
        try {
            Path answer = Files.createTempFile("lichen-git", ".txt");
            try {
                return ask(folder, answer)
                        ? parse(Files.readAllLines(answer, StandardCharsets.UTF_8))
                        : Optional.empty();
            } finally {
                Files.deleteIfExists(answer);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Git answers into a file: a pipe could fill up, and then both would wait for ever. */
    private static boolean ask(Path folder, Path answer) throws IOException, InterruptedException {
        ProcessBuilder git = new ProcessBuilder(
                "git", "-C", folder.toString(), "status", "--porcelain=v2", "--branch", "--untracked-files=no");
        git.environment().put("GIT_OPTIONAL_LOCKS", "0");
        git.redirectError(ProcessBuilder.Redirect.DISCARD);
        git.redirectOutput(answer.toFile());
        Process process = git.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }

    /** Reads what git says in its format "porcelain v2". */
    static Optional<GitState> parse(List<String> lines) {
        String commit = "";
        String branch = "";
        boolean modified = false;
        for (String line : lines) {
            if (line.startsWith(COMMIT)) {
                commit = line.substring(COMMIT.length());
            } else if (line.startsWith(BRANCH)) {
                branch = line.substring(BRANCH.length());
            } else if (!line.startsWith("#")) {
                modified = true;
            }
        }
        return commit.isEmpty() ? Optional.empty() : Optional.of(new GitState(commit, branch, modified));
    }
}
