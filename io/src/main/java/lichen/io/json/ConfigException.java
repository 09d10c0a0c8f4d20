package lichen.io.json;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A config that cannot be used: all its problems, numbered, one a line. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Holds the problems in the order given. */
    public ConfigException(List<Problem> problems) {
        super(IntStream.range(0, problems.size())
                .mapToObj(i -> (i + 1) + ") " + problems.get(i))
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Holds problems in the order of the file, then those of the command line. */
    public static ConfigException asWritten(List<Problem> problems) {
        return new ConfigException(Problems.asWritten(problems));
    }

    /** Holds one problem. */
    public ConfigException(Problem problem) {
        this(List.of(problem));
    }

    /** The problems. */
    public List<Problem> problems() {
        return problems;
    }
}
