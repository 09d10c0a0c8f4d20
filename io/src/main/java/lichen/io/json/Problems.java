package lichen.io.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems, to be told all at once. */
final class Problems {
    private static final Comparator<Problem> AS_WRITTEN = Comparator.comparing(Problem::place, (a, b) -> {
        if (a instanceof Place.InFile first && b instanceof Place.InFile second) {
            int byLine = Integer.compare(first.line(), second.line());
            return byLine != 0 ? byLine : Integer.compare(first.column(), second.column());
        }
        return Boolean.compare(b instanceof Place.InFile, a instanceof Place.InFile);
    });

    private final List<Problem> problems = new ArrayList<>();

    void add(String path, Place place, String message) {
        add(new Problem(path, place, message));
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** The problems in the order of the file, then those of the command line. */
    List<Problem> inOrder() {
        return asWritten(problems);
    }

    /** Problems in that order. */
    static List<Problem> asWritten(List<Problem> problems) {
        return problems.stream().sorted(AS_WRITTEN).toList();
    }

    /** Throws all problems, if there are any. */
    void throwAny() {
        if (!isEmpty()) {
            throw new ConfigException(inOrder());
        }
    }
}
