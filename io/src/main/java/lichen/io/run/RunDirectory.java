package lichen.io.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import lichen.io.file.AtomicFiles;
import lichen.io.file.WriteException;
import lichen.io.json.ConfigException;
import lichen.io.json.RecordFile;

/**
 * The folder of one run, {@code <runs>/<name>/}: {@code config.json}, {@code manifest.json}, {@code metrics.csv},
 * {@code images/}, {@code checkpoint/} and {@code report.html}. While it is open, no other process can write it.
 */
public final class RunDirectory implements AutoCloseable {
    private static final String CONFIG = "config.json";
    private static final String MANIFEST = "manifest.json";
    private static final String IMAGES = "images";
    private static final String CHECKPOINT = "checkpoint";
    private static final String PARTS = "parts";

    private static final String NAME = "[^\\s./\\\\:*?\"|\\p{Cntrl}][^/\\\\:*?\"|\\p{Cntrl}]{0,99}";

    private final Path folder;
    private final Path config;
    private final Closeable lock;

    private RunDirectory(Path folder, Path config, Closeable lock) {
        this.folder = folder;
        this.config = config;
        this.lock = lock;
    }

    /**
     * Makes the folder of a new run: whole, or not at all.
     *
     * @param runs the folder of all runs; made if it does not exist
     * @param name the run's name: a folder name
     * @param config the resolved experiment as JSON
     * @throws IOException one line, with the way out: there is a run of that name, or the folder cannot be written
     */
    public static RunDirectory create(Path runs, String name, String config) throws IOException {
        Path folder = folder(runs, name);
        Path unfinished = AtomicFiles.partial(folder);
        requireNew(folder);
        requireFolder(runs);
        try {
            Files.createDirectories(runs);
            RunFolders.delete(unfinished);
            Files.createDirectory(unfinished);
            Files.createDirectory(unfinished.resolve(IMAGES));
            Files.createDirectory(unfinished.resolve(CHECKPOINT));
            AtomicFiles.writeText(unfinished.resolve(CONFIG), config);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            RunFolders.delete(unfinished);
            requireNew(folder);
            throw WriteException.of(folder, 0, e);
        }
        return new RunDirectory(folder, folder.resolve(CONFIG), RunLock.of(folder));
    }

    /**
     * Checks that a run of this name can be made, before anything is opened for it.
     *
     * @throws IOException one line, with the way out: there is a run of that name, or it cannot name a folder, or the folder
     *     cannot be written
     */
    public static void requireNew(Path runs, String name) throws IOException {
        Path folder = folder(runs, name);
        requireNew(folder);
        requireFolder(runs);
        Path there = runs.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        AtomicFiles.requireWritable(there.resolve(name), folder);
    }

    /**
     * Opens the folder of a run that was interrupted, and removes what it left unfinished.
     *
     * @param runs the folder of all runs
     * @param name the run's name
     * @param config the resolved experiment as JSON: must say the same as the run's own
     * @throws RunDoneException if the run has reached its end
     * @throws IOException one line, with the way out: there is no such run, its config differs (naming the keys), or
     *     another process is writing it
     */
    public static RunDirectory resume(Path runs, String name, String config) throws IOException {
        Path folder = folder(runs, name);
        requireThere(folder);
        List<String> changes =
                ConfigChanges.between(Files.readString(folder.resolve(CONFIG), StandardCharsets.UTF_8), config);
        if (!changes.isEmpty()) {
            throw new RunException(folder + ": the config is not that of the run: " + String.join("; ", changes)
                    + "; undo the changes, or choose a new --name");
        }
        return open(folder, true);
    }

    /**
     * As {@link #resume}, for a run that may go on with another config and other files, also where it has reached its end. It keeps its
     * config until {@link #replaceConfig}.
     *
     * @throws IOException one line, with the way out: there is no such run, or another process is writing it
     */
    public static RunDirectory extend(Path runs, String name) throws IOException {
        requireThere(folder(runs, name));
        return open(folder(runs, name), false);
    }

    private static void requireThere(Path folder) throws RunException {
        if (!Files.isRegularFile(folder.resolve(CONFIG))) {
            throw new RunException(folder + ": there is no such run to resume; leave out --resume to start it");
        }
    }

    private static RunDirectory open(Path folder, boolean refuseDone) throws IOException {
        RunDirectory run = new RunDirectory(folder, folder.resolve(CONFIG), RunLock.of(folder));
        try {
            RunFolders.deleteUnfinished(folder);
            boolean isDone = run.manifest()
                    .filter(manifest -> manifest.status() == Status.DONE)
                    .isPresent();
            if (refuseDone && isDone) {
                throw new RunDoneException(folder);
            }
            return run;
        } catch (IOException e) {
            run.close();
            throw e;
        }
    }

    /**
     * Opens the folder of a run that is done, to do some of it again.
     *
     * @param folder the run's folder
     * @throws IOException one line, with the way out: there is no such run, it is not done, or another process is writing it
     */
    public static RunDirectory reopen(Path folder) throws IOException {
        RunDirectory run = new RunDirectory(folder, folder.resolve(CONFIG), RunLock.of(folder));
        if (run.manifest().filter(manifest -> manifest.status().hasResult()).isEmpty()) {
            run.close();
            throw new RunException(folder + ": is no run that is done; go on with it by --resume first");
        }
        return run;
    }

    /**
     * Opens the folder of a run that another process writes, to make parts of it for that process. As long as it is open, no process
     * but that can write the run, whatever becomes of it.
     */
    public static RunDirectory join(Path folder) throws IOException {
        return new RunDirectory(folder, folder.resolve(CONFIG), RunLock.ofWorker(folder));
    }

    /** Replaces the resolved experiment of a run that was reopened. */
    public void replaceConfig(String resolved) throws IOException {
        AtomicFiles.writeText(config, resolved);
    }

    /**
     * Writes down files that a run which was reopened reads besides those that it has read.
     *
     * @throws IOException one line, naming the files that are not what they were
     */
    public void addInputs(List<InputFile> inputs) throws IOException {
        Manifest manifest = manifest().orElseThrow();
        List<String> changed = inputs.stream()
                .filter(input -> manifest.inputs().stream()
                        .anyMatch(earlier -> earlier.name().equals(input.name()) && !earlier.equals(input)))
                .map(InputFile::name)
                .toList();
        if (!changed.isEmpty()) {
            throw new RunException(folder + ": changed since the run began: " + String.join(", ", changed)
                    + "; bring back what was there, or run it again under a new --name");
        }
        write(manifest.with(inputs));
    }

    /** The run's name. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /** The run's folder. */
    public Path folder() {
        return folder;
    }

    /** The resolved experiment; a part has that of its run. */
    public String config() throws IOException {
        return Files.readString(config, StandardCharsets.UTF_8);
    }

    /** What the run was made with and how it stands, if that was written already. */
    public Optional<Manifest> manifest() throws IOException {
        Path file = folder.resolve(MANIFEST);
        try {
            return Files.exists(file) ? Optional.of(RecordFile.read(file, Manifest.class)) : Optional.empty();
        } catch (ConfigException e) {
            throw new RunException(file + ": is damaged; start again under a new --name", e);
        }
    }

    /** Writes, or replaces, what the run was made with and how it stands. */
    public void write(Manifest manifest) throws IOException {
        RecordFile.write(folder.resolve(MANIFEST), manifest);
    }

    /** The file of the numbers, {@code metrics.csv}. */
    public Path metrics() {
        return folder.resolve("metrics.csv");
    }

    /** The file of an image, {@code images/<name>.png}. */
    public Path image(String name) {
        return folder.resolve(IMAGES).resolve(name + ".png");
    }

    /** The state from which the run can go on. */
    public Checkpoint checkpoint() {
        return new Checkpoint(folder.resolve(CHECKPOINT));
    }

    /** The file of the report, {@code report.html}. */
    public Path report() {
        return folder.resolve("report.html");
    }

    /**
     * The folder of a part of the run, {@code parts/<name>/}, made if it is not there: with images, numbers and a checkpoint
     * of its own. It is the run's as long as this is open; closing it does nothing.
     */
    public RunDirectory part(String name) throws IOException {
        Path part = folder(folder.resolve(PARTS), name);
        try {
            Files.createDirectories(part.resolve(IMAGES));
            Files.createDirectories(part.resolve(CHECKPOINT));
        } catch (IOException e) {
            throw WriteException.of(part, 0, e);
        }
        return new RunDirectory(part, config, () -> {});
    }

    /** The folder of a part of the run, with nothing in it: what another part of this name has left is deleted. */
    public RunDirectory emptyPart(String name) throws IOException {
        RunFolders.delete(folder(folder.resolve(PARTS), name));
        return part(name);
    }

    /** Removes files that a process which was killed has left unfinished. */
    public void discardUnfinished() throws IOException {
        RunFolders.deleteUnfinished(folder);
    }

    /** Lets other processes write the run. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static Path folder(Path runs, String name) throws RunException {
        if (name.matches(NAME)) {
            try {
                return runs.resolve(name);
            } catch (InvalidPathException e) {
                throw new RunException("\"" + name + "\": cannot name a folder here: " + e.getReason(), e);
            }
        }
        throw new RunException("\"" + name.replaceAll("\\p{Cntrl}", "?")
                + "\": cannot name a run; a name has up to 100 characters, does not begin with a dot or a space, and has"
                + " none of / \\ : * ? \" |");
    }

    private static void requireFolder(Path runs) throws RunException {
        if (Files.isRegularFile(runs)) {
            throw new RunException(runs + ": is a file, not a folder; choose another folder by --runs");
        }
    }

    private static void requireNew(Path folder) throws RunException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new RunException(
                    folder + ": there is a run of this name; choose another --name, or go on with it by --resume");
        }
    }
}
