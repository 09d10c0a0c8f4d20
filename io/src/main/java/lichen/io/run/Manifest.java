package lichen.io.run;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.core.plugin.Default;

/**
 * What a run was made with, and how it stands: {@code manifest.json}, key by key.
 *
 * @param status how it stands, in one word
 * @param message what there is to say about that, or ""
 * @param started when the run was first started
 * @param ended when it last came to an end, if it did
 * @param seed the seed of all random numbers
 * @param inputs every file that was read
 * @param plugins every jar, or folder of classes, that was on the class path besides Lichen
 * @param software versions by name: Lichen, Java, the operating system, the libraries
 * @param environment device, native library, instruction set, threads, as the backend reports them
 * @param git the state of the work tree that the run was started in, if it was one
 */
public record Manifest(
        Status status,
        String message,
        Instant started,
        Optional<Instant> ended,
        long seed,
        List<InputFile> inputs,
        @Default("[]") List<InputFile> plugins,
        Map<String, String> software,
        Map<String, String> environment,
        Optional<GitState> git) {
    /** Keeps the order of the maps. */
    public Manifest {
        inputs = List.copyOf(inputs);
        plugins = List.copyOf(plugins);
        software = Collections.unmodifiableMap(new LinkedHashMap<>(software));
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /**
     * How a run stands.
     *
     * @param status in one word
     * @param message what there is to say about it, or ""
     * @param started when the run was first started
     * @param ended when it last came to an end, if it did
     */
    public record Outcome(Status status, String message, Instant started, Optional<Instant> ended) {}

    /** How it stands. */
    public Outcome outcome() {
        return new Outcome(status, message, started, ended);
    }

    /** The same run, at work again, with the files that it reads now. */
    public Manifest resumed(List<InputFile> read) {
        return with(Status.RUNNING, "", Optional.empty(), read);
    }

    /** The same run, come to an end. */
    public Manifest ended(Status how, String why, Instant now) {
        return with(how, why, Optional.of(now), inputs);
    }

    /** The same run, with more files that were read. */
    Manifest with(List<InputFile> more) {
        Set<InputFile> all = new LinkedHashSet<>(inputs);
        all.addAll(more);
        return with(status, message, ended, List.copyOf(all));
    }

    private Manifest with(Status how, String why, Optional<Instant> end, List<InputFile> read) {
        return new Manifest(how, why, started, end, seed, read, plugins, software, environment, git);
    }
}
