package lichen.app.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lichen.io.file.AtomicFiles;

/**
 * A file that a command may leave: checked before anything is computed for it.
 *
 * @param option the option that names it
 * @param ending what its name has to end with
 * @param made what it is made from, to follow "is the": never replaced
 */
record NewFile(String option, String ending, String made) {
    /**
     * Checks that it may be written.
     *
     * @param from the files that it is made from
     * @param force whether another file may be replaced
     * @throws InputException if it may not
     * @throws IOException if it cannot
     */
    void require(Path path, List<Path> from, boolean force) throws IOException {
        String named = option + " " + path + ": ";
        if (!path.toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
            throw new InputException(named + "must end with " + ending + ": no other format is written");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(named + "its folder does not exist; make it first, or choose another");
        }
        if (Files.exists(path)) {
            if (Files.isDirectory(path)) {
                throw new InputException(named + "is a folder; choose another name");
            }
            for (Path original : from) {
                if (Files.exists(original) && Files.isSameFile(path, original)) {
                    throw new InputException(named + "is the " + made + " itself; choose another name");
                }
            }
            if (!force) {
                throw new InputException(path + ": there is a file of this name; choose another by " + option
                        + ", or replace it by --force");
            }
        }
        AtomicFiles.requireWritable(path);
    }
}
