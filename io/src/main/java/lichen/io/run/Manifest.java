package lichen.io.run;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run was made with, and how it stands: {@code manifest.json}.
 *
 * @param software versions by name: Lichen, Java, the operating system, the libraries
 * @param environment device, native library, instruction set, threads, as the backend reports them
 * @param git the state of the work tree that the run was started in, if it was one
 * @param seed the seed of all random numbers
 * @param inputs every file that was read
 * @param plugins every jar, or folder of classes, that was on the class path besides Lichen
 * @param outcome how it stands
 */
public record Manifest(
        Map<String, String> software,
        Map<String, String> environment,
        Optional<GitState> git,
        long seed,
        List<InputFile> inputs,
        List<InputFile> plugins,
        Outcome outcome) {
    /** Keeps the order of the maps. */
    public Manifest {
        software = Collections.unmodifiableMap(new LinkedHashMap<>(software));
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        inputs = List.copyOf(inputs);
        plugins = List.copyOf(plugins);
    }

    /**
     * How a run stands.
     *
     * @param status in one word
     * @param message what there is to say about it, or ""
     * @param started when the run was first started
     * @param ended when it last came to an end, if it did
     */
    public record Outcome(Status status, String message, Instant started, Optional<Instant> ended) {
        /** A run that starts now. */
        public static Outcome startingAt(Instant now) {
            return new Outcome(Status.RUNNING, "", now, Optional.empty());
        }
    }

    /** How it stands, in one word. */
    public Status status() {
        return outcome.status();
    }

    /** The same run, at work again, with the files that it reads now. */
    public Manifest resumed(List<InputFile> read) {
        Outcome again = new Outcome(Status.RUNNING, "", outcome.started(), Optional.empty());
        return new Manifest(software, environment, git, seed, read, plugins, again);
    }

    /** The same run, come to an end. */
    public Manifest ended(Status status, String message, Instant now) {
        return with(new Outcome(status, message, outcome.started(), Optional.of(now)));
    }

    /** The same run, with more files that were read. */
    Manifest with(List<InputFile> more) {
        Set<InputFile> all = new LinkedHashSet<>(inputs);
        all.addAll(more);
        return new Manifest(software, environment, git, seed, List.copyOf(all), plugins, outcome);
    }

    private Manifest with(Outcome changed) {
        return new Manifest(software, environment, git, seed, inputs, plugins, changed);
    }
}
