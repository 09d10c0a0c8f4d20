package lichen.io.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files in which git keeps what a work tree stands at (gitrepository-layout). Of what they hold, only the names of
 * commits and branches are believed: a folder may come from anybody.
 *
 * @param own the files of the work tree
 * @param shared those that all work trees of the repository have in common
 */
record GitFiles(Path own, Path shared) {
    private static final String LINK = "gitdir: ";
    private static final String REFERENCE = "ref: +refs/\\S+";
    private static final String BRANCHES = "refs/heads/";

    /** What stands in HEAD where references are kept in a form of which nothing is known here. */
    private static final String ELSEWHERE = "ref: refs/heads/.invalid";

    private static final Pattern COMMIT = Pattern.compile("\\p{XDigit}{40}|\\p{XDigit}{64}");

    /** A reference may be another name of one, and in bad files for ever. */
    private static final int MOST_NAMES = 5;

    private static final long MOST_BYTES = 1 << 12;

    /** Those of the innermost work tree that the folder is in. */
    static Optional<GitFiles> around(Path folder) throws IOException {
        for (Path place = folder.toAbsolutePath(); place != null; place = place.getParent()) {
            Path git = place.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(at(git));
            }
            Optional<String> link = line(git).filter(text -> text.startsWith(LINK));
            if (link.isPresent()) {
                return Optional.of(at(resolve(place, link.orElseThrow().substring(LINK.length()))));
            }
        }
        return Optional.empty();
    }

    private static GitFiles at(Path own) throws IOException {
        Optional<String> shared = line(own.resolve("commondir"));
        return new GitFiles(own, shared.isPresent() ? resolve(own, shared.orElseThrow()) : own);
    }

    /** The commit and the branch. */
    Optional<GitState> state() throws IOException {
        String value = line(own.resolve("HEAD")).orElse("");
        String branch = "(detached)";
        for (int names = 0; names < MOST_NAMES; names++) {
            if (COMMIT.matcher(value).matches()) {
                return Optional.of(new GitState(value, branch));
            }
            if (!value.matches(REFERENCE) || value.contains("..") || value.equals(ELSEWHERE)) {
                return Optional.empty();
            }
            String name = value.substring(value.indexOf("refs/"));
            branch = name.startsWith(BRANCHES) ? name.substring(BRANCHES.length()) : name;
            Optional<String> next = reference(name);
            if (next.isEmpty()) {
                return Optional.of(new GitState("(initial)", branch));
            }
            value = next.orElseThrow();
        }
        return Optional.empty();
    }

    private Optional<String> reference(String name) throws IOException {
        for (Path folder : List.of(own, shared)) {
            Optional<String> loose = line(resolve(folder, name));
            if (loose.isPresent()) {
                return loose;
            }
        }
        return packed(name);
    }

    private Optional<String> packed(String name) throws IOException {
        Path file = shared.resolve("packed-refs");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.endsWith(" " + name))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The only line of a small file; nothing where there is no such file. */
    private static Optional<String> line(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }

    private static Path resolve(Path folder, String path) throws IOException {
        try {
            return folder.resolve(path);
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
    }
}
