package lichen.app.experiment.comparison;

import java.util.List;

/** Which measures of quality a mean is over. Every table tells both. */
enum Basis {
    /** All of them, whatever the methods have optimised. */
    ALL("all", "all measures"),

    /** Those that share no statistic with any of the methods. */
    INDEPENDENT("independent", "the measures that share no statistic with any method");

    private final String word;
    private final String words;

    Basis(String word, String words) {
        this.word = word;
        this.words = words;
    }

    /** The name in heads and files. */
    String word() {
        return word;
    }

    /** The name in headings. */
    String words() {
        return words;
    }

    /** Those of the names that count. */
    List<String> of(List<String> names, Results results) {
        return this == ALL
                ? names
                : names.stream()
                        .filter(name -> results.plan().methods().stream()
                                .noneMatch(method -> results.isOptimised(method, name)))
                        .toList();
    }

    /** Those that are over measures of their own: the second where some are left and not all. */
    static List<Basis> in(Results results) {
        List<String> independent = INDEPENDENT.of(results);
        boolean alone = independent.isEmpty() || independent.equals(ALL.of(results));
        return alone ? List.of(ALL) : List.of(values());
    }

    /** All names that count; none may be left. */
    List<String> of(Results results) {
        return of(results.qualities(), results);
    }
}
