package lichen.io.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a git work tree stands at. It is read from git's own files, and no program is run: git itself would run whatever the
 * configuration of the repository names, and so the work of whoever the folder came from. Whether files were changed since
 * the commit is not told, as that takes the repository's filters.
 *
 * @param commit the commit, or {@code (initial)} before the first
 * @param branch the branch, or {@code (detached)}
 */
public record GitState(String commit, String branch) {
    /** The state of the work tree around a folder; nothing where there is none, or its files cannot be read. */
    public static Optional<GitState> of(Path folder) {
        try {
            Optional<GitFiles> files = GitFiles.around(folder);
            return files.isPresent() ? files.orElseThrow().state() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
