package lichen.model.operation;

/** How many inputs an operation reads. */
public enum Arity {
    ONE("one input", 1, 1),
    TWO("two inputs", 2, 2),
    THREE("three inputs", 3, 3),
    ANY("at least one input", 1, Integer.MAX_VALUE);

    private final String words;
    private final int fewest;
    private final int most;

    Arity(String words, int fewest, int most) {
        this.words = words;
        this.fewest = fewest;
        this.most = most;
    }

    /** Whether so many are right. */
    public boolean fits(int inputs) {
        return inputs >= fewest && inputs <= most;
    }

    /** What a message says. */
    public String words() {
        return words;
    }
}
